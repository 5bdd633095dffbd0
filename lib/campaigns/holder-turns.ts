import type { Campaign } from "@/db/schema";
import { listLaterCampaigns } from "@/lib/answers/join-later-campaign";
import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { SystemContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure } from "@/lib/disclosures/queries";
import { questionVersion } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import type { PatientToDecideOn } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { turnOf } from "./rules";

export type Turn<P> = { patient: P; turn: ReturnType<typeof turnOf> };

/** What to do about each of these holders, from what is known under their locks. */
export async function decideTurns(
  tx: Tx,
  ctx: SystemContext,
  campaign: Campaign & { number: number },
  patients: readonly PatientToDecideOn[],
  now: Date,
) {
  const practice = await getPractice(tx, ctx);
  const { kind, versions, retiredAt, ...disclosure } = await getDisclosure(tx, ctx, campaign.disclosureId);
  const version = versions.find(({ id }) => id === campaign.versionId);
  if (!version) throw new Error(`Campaign ${campaign.id} asks about a text that is not there`);
  const later = await listLaterCampaigns(tx, ctx, disclosure.id, version.number);
  const day = today(now, practice.timeZone);
  const ids = patients.map(({ id }) => id);
  const facts = (await listRequestFacts(tx, ctx, ids)).filter(
    ({ disclosureId }) => disclosureId === disclosure.id,
  );
  const turns = patients.map((patient): Turn<PatientToDecideOn> => {
    const own = facts.filter(({ patientId }) => patientId === patient.id);
    const state = consentState({ versions, requests: own }, now);
    const open = own.find(({ id }) => id === state.question?.requestId);
    const holder = {
      archived: patient.isArchived,
      outgrown: signingCapacity(patient, day) === null,
      retired: retiredAt !== null,
      beforeMeeting: practice.recordingAfterMeeting && kind === "recording-consent" && !patient.hasMet,
      hasNote: false,
      versions,
      version,
      hasLaterCampaign: later.length > 0,
      questionText: open ? questionVersion(versions, open, now) : null,
    };
    return { patient, turn: turnOf(holder, state, now) };
  });
  return { turns, practice };
}
