import { expect, test } from "vitest";
import { whyNotLink } from "./link";

test.each([
  ["https://zoom.test/terms?from=2026#ai", null],
  ["http://zoom.test", "link-not-https"],
  ["javascript:alert(1)", "link-not-https"],
  ["JavaScript:alert(1)", "link-not-https"],
  ["data:text/html,x", "link-not-https"],
  ["//zoom.test", "link-not-https"],
  ["/terms", "link-not-https"],
  ["zoom.test", "link-not-https"],
  ["https://", "link-not-https"],
  ["https://me:secret@zoom.test", "link-not-https"],
  ["the letter of March", "link-not-https"],
])("the link %s is answered with %s", (link, refusal) => {
  expect(whyNotLink(link)).toBe(refusal);
});
