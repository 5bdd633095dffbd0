import { expect, test } from "vitest";
import { genuine, inSlot, outcomeOf, randomFrom, sealHexOf, slotOf, verifyText } from "./forgeries.fixture";

const slot = slotOf(genuine);
const filled = sealHexOf(genuine).search(/0{64}/);

const withByte = (at: number, byte: string) => genuine.slice(0, at) + byte + genuine.slice(at + 1);

async function expectOneForm(at: number, bytes: Iterable<string>) {
  for (const byte of bytes) {
    if (byte === genuine[at]) continue;
    expect(outcomeOf(await verifyText(withByte(at, byte))), `${byte} at ${at - slot.start}`).not.toBe(
      "intact",
    );
  }
}

const everyByte = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

test("the brackets around the seal have one accepted form each", async () => {
  await expectOneForm(slot.start, everyByte);
  await expectOneForm(slot.end - 1, everyByte);
  const parentheses = inSlot(genuine, (hex) => hex).split("");
  parentheses[slot.start] = "(";
  parentheses[slot.end - 1] = ")";
  expect(outcomeOf(await verifyText(parentheses.join("")))).toBe("broken-seal");
}, 60_000);

test("every digit of the seal and of the room beside it has one accepted form", async () => {
  const random = randomFrom(20261129);
  const digit = () => Math.floor(random() * 16).toString(16);
  for (let at = slot.start + 1; at < slot.end - 1; at += at < slot.start + filled ? 1 : 17) {
    const others = [digit(), genuine[at]?.toUpperCase() ?? "", everyByte[Math.floor(random() * 256)] ?? ""];
    await expectOneForm(at, [others[at % 3] ?? ""]);
  }
}, 120_000);
