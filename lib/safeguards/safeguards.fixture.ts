import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import { type MadePractice, makePractice } from "@/test/factories";
import { addSafeguard } from "./add-safeguard";
import { attestSafeguard } from "./attest-safeguard";
import { listClaims } from "./claims";
import type { AddSafeguardInput, AttestSafeguardInput } from "./input";
import { claimKey } from "./rules";

/** A claim in the practice's own words, to be looked at each month. */
export const ownClaim: AddSafeguardInput = {
  kind: "setting",
  platformId: null,
  intervalDays: 30,
  claim: { en: "That somebody else comes in cannot happen", es: "Que entre otra persona no puede ocurrir" },
  intent: { en: "I intend to let nobody else in", es: "Me propongo no dejar entrar a nadie más" },
};
export const ownKey = claimKey(ownClaim.claim.en);
export const picture = { name: "settings.png", bytes: Buffer.from("\x89PNG\r\n\x1a\nsettings", "latin1") };

/** A practice whose one therapist is `made.therapist`, and a claim nobody has checked. */
export async function makeClaim(change: Partial<AddSafeguardInput> = {}) {
  const made = await makePractice();
  const { safeguardId } = await addSafeguard(made.owner, { ...ownClaim, ...change });
  return { made, safeguardId };
}

export const dayIn = ({ practice }: MadePractice) => today(new Date(), practice.timeZone);

export function checkBy(ctx: StaffContext, safeguardId: string, checkedOn: string): AttestSafeguardInput {
  return { safeguardId, staffId: ctx.staffId, outcome: "holds", checkedOn, note: null };
}

/** The therapist looked today, and it holds. */
export async function checkToday(made: MadePractice, safeguardId: string) {
  return attestSafeguard(made.therapist, checkBy(made.therapist, safeguardId, dayIn(made)), null);
}

export async function claimsOf({ owner }: MadePractice) {
  return readPractice(owner, (tx, now) => listClaims(tx, owner, now));
}
