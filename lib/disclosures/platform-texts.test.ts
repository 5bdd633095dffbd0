import { expect, test } from "vitest";
import { namesPlatform } from "./platform-texts";

test("phone and in person are named as each language says them", () => {
  const words = { title: "Cómo nos vemos", inShort: "Por TELÉFONO.", body: "Así." };
  expect(namesPlatform(words, { kind: "phone", name: "phone" }, "es")).toBe(true);
  expect(namesPlatform(words, { kind: "phone", name: "phone" }, "en")).toBe(false);
  expect(namesPlatform(words, { kind: "in-person", name: "in person" }, "es")).toBe(false);
});
