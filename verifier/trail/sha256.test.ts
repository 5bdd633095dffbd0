import { hash } from "node:crypto";
import { sha256 as plainSha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hexOf } from "../written-bytes";
import { sha256, sha256Hex } from "./sha256";

it("gives what everybody else's SHA-256 gives, at every length around a block and beyond", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = new Uint8Array(length).fill(length);
    expect(hexOf(plainSha256(bytes))).toBe(hash("sha256", bytes));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      expect(hexOf(plainSha256(bytes))).toBe(hash("sha256", bytes));
    }),
  );
});

it("is the same by the platform's own way, of bytes and of words", () => {
  const words = "Adébáyọ̀ · \ud800 half a letter";
  const bytes = new TextEncoder().encode(words);
  expect(hexOf(sha256(bytes))).toBe(sha256Hex(words));
  expect(hexOf(plainSha256(bytes))).toBe(sha256Hex(words));
});
