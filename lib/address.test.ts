import { describe, expect, test } from "vitest";
import { type AddressRefusal, normalAddress, whyNotAddress } from "./address";

const long = (length: number) => "a".repeat(length);

const hostile: Record<AddressRefusal, string[]> = {
  "address-empty": ["", " ", "     "],
  "address-two-recipients": [
    "ana@harbor.test,eve@evil.test",
    "ana@harbor.test, eve@evil.test",
    "ana@harbor.test;eve@evil.test",
    "ana@harbor.test eve@evil.test",
    "eve@evil.test@harbor.test",
    "ana@@harbor.test",
    "ana@harbor.test@",
    "@evil.test:ana@harbor.test",
    "@evil.test,@other.test:ana@harbor.test",
    "friends:ana@harbor.test,eve@evil.test;",
    "friends:ana@harbor.test;",
    "ana,eve@harbor.test",
    "Ana <ana@harbor.test>, Eve <eve@evil.test>",
    "ana@harbor.test,",
  ],
  "address-quoted": [
    '"ana"@harbor.test',
    '"ana@evil.test"@harbor.test',
    '"ana@evil.test "@harbor.test',
    '"eve@evil.test,"@harbor.test',
    '"Ana" <ana@harbor.test>',
    '"ana\\"@evil.test"@harbor.test',
    "ana\\@evil.test@harbor.test",
    'ana@"harbor.test"',
    '""@harbor.test',
    'a"b@harbor.test',
  ],
  "address-not-ascii": [
    "ana＠harbor.test",
    "eve@evil.test＠harbor.test",
    "ana﹫harbor.test",
    "ana@harbor。test",
    "ana@harbor．test",
    "ána@harbor.test",
    "аna@harbor.test",
    "ana@hаrbor.test",
    "ana@hårbor.test",
    "ana@harbor.test\r\nBcc: eve@evil.test",
    "ana@harbor.test\nRCPT TO:<eve@evil.test>",
    "ana@harbor.test\n",
    "\tana@harbor.test",
    "ana@harbor.test\u0000",
    "ana@harbor.test\u0000.evil.test",
    "ana\u200b@harbor.test",
    "\u202eana@harbor.test",
    "\ufeffana@harbor.test",
    "ana@harbor.test\u00a0",
    "ana@harbor.test\u2028eve@evil.test",
    "ana@\u212aelvin.test",
    "ana@harbor.test\u007f",
    "😀@harbor.test",
  ],
  "address-too-long": [`${long(65)}@harbor.test`, `${long(60)}@${`${long(60)}.`.repeat(4)}test`],
  "address-malformed": [
    "ana",
    "@",
    "ana@",
    "@harbor.test",
    "ana@harbor",
    "ana@localhost",
    "ana@.test",
    "ana@harbor.",
    "ana@harbor.test.",
    "ana@harbor..test",
    "ana@-harbor.test",
    "ana@harbor-.test",
    "ana@harbor.test-",
    ".ana@harbor.test",
    "ana.@harbor.test",
    "a..na@harbor.test",
    "a na@harbor.test",
    "ana @harbor.test",
    "ana@ harbor.test",
    "ana@harbor .test",
    "ana@[192.0.2.1]",
    "ana@[IPv6:2001:db8::1]",
    "ana@192.0.2.1",
    "ana@harbor.1",
    "ana@harbor_x.test",
    "<ana@harbor.test>",
    "Ana <ana@harbor.test>",
    "ana(comment)@harbor.test",
    "ana@harbor.test(comment)",
    "(eve)ana@harbor.test",
    "mailto:ana@harbor.test",
    "ana@harbor.test?bcc=eve",
    "ana@harbor.test/x",
    "ana@harbor.test:25",
    "ana[at]harbor.test",
    "ana@harbor.test>",
    "ana@harbor.test%0aeve",
    `ana@${long(64)}.test`,
  ],
};

describe("a hostile address names its reason", () => {
  const cases = Object.entries(hostile).flatMap(([reason, texts]) => texts.map((text) => ({ text, reason })));
  test.each(cases)("$text: $reason", ({ text, reason }) => expect(whyNotAddress(text)).toBe(reason));

  test("there are at least sixty of them", () => expect(cases.length).toBeGreaterThanOrEqual(60));
});

describe("one ordinary mailbox is an address", () => {
  test.each([
    "ana@patients.test",
    "Ana.Ruiz+harbor@Patients.Test",
    "o'neill@mail.patients.test",
    "a@b.co",
    "_x-1@xn--hrbor-jua.test",
    "ana@3com.test",
    "  ana@patients.test ",
    `${long(64)}@harbor.test`,
  ])("%s", (text) => expect(whyNotAddress(text)).toBeNull());
});

test("one mailbox is kept under one spelling", () => {
  expect(normalAddress(" Ana.Ruiz@Patients.TEST ")).toBe("ana.ruiz@patients.test");
});
