import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { keyVersionOf, openValue, sealValue } from "@/lib/sealed-value";

const masterKey = randomBytes(32);
const place = { practiceId: "p1", table: "rooms", column: "passcode", rowId: "r1" };
const plain = Buffer.from("the passcode 4711");

describe("a sealed value", () => {
  test("opens where it was sealed", () => {
    expect(openValue(masterKey, place, sealValue(masterKey, place, plain))).toEqual(plain);
    expect(openValue(masterKey, place, sealValue(masterKey, place, Buffer.alloc(0)))).toEqual(
      Buffer.alloc(0),
    );
  });

  test("shows nothing of its content and differs each time", () => {
    const sealed = sealValue(masterKey, place, plain);
    expect(sealed.includes("4711")).toBe(false);
    expect(sealed.equals(sealValue(masterKey, place, plain))).toBe(false);
  });

  test.each([
    ["another practice", { practiceId: "p2" }],
    ["another table", { table: "answers" }],
    ["another column", { column: "reason" }],
    ["another row", { rowId: "r2" }],
    ["a place whose names only join to the same text", { table: 'rooms","passcode', column: "" }],
  ])("moved to %s does not open", (_, elsewhere) => {
    const sealed = sealValue(masterKey, place, plain);
    expect(() => openValue(masterKey, { ...place, ...elsewhere }, sealed)).toThrow();
  });

  test("does not open under another master key", () => {
    expect(() => openValue(randomBytes(32), place, sealValue(masterKey, place, plain))).toThrow();
  });

  test("does not open after a change of any of its bytes, or cut short", () => {
    const sealed = sealValue(masterKey, place, plain);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => openValue(masterKey, place, changed), `byte ${at}`).toThrow();
      expect(() => openValue(masterKey, place, sealed.subarray(0, at))).toThrow();
    }
  });

  test("says which key it was sealed under and cannot be passed off as sealed under another", () => {
    const sealed = sealValue(masterKey, place, plain, 7);
    expect(keyVersionOf(sealed)).toBe(7);
    expect(openValue(masterKey, place, sealed)).toEqual(plain);
    sealed.writeUInt8(8, 1);
    expect(() => openValue(masterKey, place, sealed)).toThrow();
  });

  test("needs a master key of full length", () => {
    expect(() => sealValue(randomBytes(16), place, plain)).toThrow("32 bytes");
  });
});
