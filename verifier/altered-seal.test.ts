import { describe, expect, test } from "vitest";
import { expectRefused, outcomeOf, verifyText } from "./forgeries.fixture";
import { otherForms, rewritten, sealForgeries } from "./seal-forgeries.fixture";

describe.each(Object.entries(sealForgeries))("%s", (_, cases) => {
  test.each(cases)("%s is not accepted", async (_title, make, reason) => {
    expectRefused(await verifyText(make()), reason);
  });
});

describe("a seal written in another way, though it would hold", () => {
  test("as it was written is accepted, so the ways below are what is refused", async () => {
    expect(outcomeOf(await verifyText(await rewritten((parts) => parts)))).toBe("intact");
  });

  test.each(otherForms)("with %s is refused", async (_title, make) => {
    expect(outcomeOf(await verifyText(await make()))).toBe("broken-seal");
  });
});
