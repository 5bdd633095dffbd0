import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { whyTextDiffers } from "@/lib/paper/compare-text";
import { trustIn } from "./trust";
import { verifyDocument } from "./verify-document";

const beside = (name: string) => readFileSync(new URL(name, import.meta.url));

test("a copy sealed before its record told of a stamp verifies as it did, and its pages still say the same", async () => {
  const copy = beside("earlier-copy.fixture.pdf");
  const trust = trustIn(beside("earlier-copy.fixture.pem").toString("utf8"));
  const { integrity, identity, record } = await verifyDocument(copy, trust);
  expect(integrity).toEqual({ state: "intact" });
  expect(identity).toMatchObject({ state: "known", practice: { slug: "lakeside" } });
  expect(record && (await whyTextDiffers(copy, record))).toBeNull();
  expect(record?.meaning).toBe("refuses");
});
