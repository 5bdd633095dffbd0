import { describe, expect, it } from "vitest";
import type { Trail } from "@/lib/audit/trail.fixture";
import { copyOf, rows, sound, tampers } from "@/lib/audit/trail-tampers.fixture";
import { verifyTrail } from "./verify-trail";

function verify({ events, checkpoints, keys, practice, origin }: Trail) {
  return verifyTrail(events, checkpoints, keys, { practice, origin });
}

describe.each(Object.entries(tampers))("%s", (_, tamper) => {
  it("is found at every row, and located", { timeout: 1000 * rows }, async () => {
    for (const [row, event] of sound.events.entries()) {
      const trail = copyOf(sound);
      const { reasons, from, to } = tamper(trail, row, event);
      const verdict = await verify(trail);
      if (verdict.ok) throw new Error(`not found at row ${row}`);
      expect(reasons, `row ${row}: ${verdict.says.en}`).toContain(verdict.reason);
      expect(verdict.seq, `row ${row}: ${verdict.says.en}`).toBeGreaterThanOrEqual(from);
      expect(verdict.seq, `row ${row}: ${verdict.says.en}`).toBeLessThanOrEqual(to);
    }
  });
});
