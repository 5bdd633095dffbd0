import { describe, expect, test } from "vitest";
import { sampleAuthority, sampleSeal } from "@/lib/seal/sealed-sample.fixture";
import { genuine, isAccepted, outcomeOf, replaced, resealed, verifyText } from "./forgeries.fixture";
import { hidden, sealAgain } from "./hidden-forgeries.fixture";

describe("14 what a holder of the key could hide before sealing", () => {
  test("sealing an unchanged document again is accepted, so the edits below are what is refused", async () => {
    expect(isAccepted(await verifyText(await sealAgain(genuine)))).toBe(true);
  });

  test.each(hidden)("%s is refused although the seal is real", async (_title, hide) => {
    const verdict = await verifyText(await sealAgain(hide(genuine)));
    expect(verdict.integrity.state).toBe("altered");
    expect(["hidden-content", "wrong-shape"]).toContain(outcomeOf(verdict));
  });

  test("a second seal is refused although the first is real", async () => {
    const second = replaced(genuine, "/DisplayDocTitle true", "/Also << /Type /Sig >>");
    expect(outcomeOf(await verifyText(await sealAgain(second)))).toBe("second-signature");
  });

  test("a table that points elsewhere is refused although the seal is real", async () => {
    const swap = (text: string) =>
      text.replace(/(\d{10} 00000 n\r\n)(\d{10} 00000 n\r\n)/, (_, one, two) => `${two}${one}`);
    const text = await resealed(genuine, sampleSeal, [sampleAuthority.certificate], swap);
    expect(outcomeOf(await verifyText(text))).toBe("wrong-shape");
  });
});
