import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { checkedParams } from "./checked-params";

test("what an address names is handed on as it stands", async () => {
  const named = { practice: "harbor", wishId: randomUUID() };
  expect(await checkedParams(Promise.resolve(named))).toEqual(named);
});

test.each([
  { wishId: "0" },
  { wishId: "x".repeat(5_000) },
  { wishId: `${randomUUID()}\r\n` },
  { practice: "no\nslug" },
  { practice: "häfen" },
  { practice: "../x" },
])("what nothing could be called is absent: %o", async (parts) => {
  const named = { practice: "harbor", wishId: randomUUID(), ...parts };
  await expect(checkedParams(Promise.resolve(named))).rejects.toMatchObject({
    digest: expect.stringMatching(/;404$/),
  });
});
