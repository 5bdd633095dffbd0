import type { Arrival, StaffRole } from "@/lib/context";
import type { Language } from "@/lib/languages";
import type { Meaning } from "@/verifier/record";

type Id = string;
type Sha256 = string;
type Count = number;
type Anyone = { patient?: Id };
type Authentication = Arrival["authentication"];
type Patient = { patient: Id };
type Acknowledged = Patient & { wishId: Id; acknowledgementId: Id; textSha256: Sha256 };
type Answered = Patient & { requestId: Id; answerId: Id; versionId: Id };

/** Which use got which answer. Entries made before this was told have the counts alone. */
type Uses = { allowed: Id[]; refused: Id[] };

type Said<Fields> = { patientReads: boolean; fields?: Fields };

/** What stands on the activity page of the patient it names. */
const shown = <Fields extends object>(): Said<Fields> => ({ patientReads: true });
const hidden = <Fields extends object>(): Said<Fields> => ({ patientReads: false });

/** What each event says beyond its envelope: ids, hashes, counts and words of closed lists; never personal data. */
const said = {
  "practice.created": hidden(),
  "staff.invited": hidden<{ staffId: Id; roles: StaffRole[] }>(),
  "staff.role-granted": hidden<{ staffId: Id; role: StaffRole }>(),
  "staff.role-ended": hidden<{ staffId: Id; role: StaffRole }>(),
  "patient.added": shown<Patient>(),
  "patient.edited": shown<Patient & { changed: string[] }>(),
  "patient.address-changed": shown<Patient>(),
  "patient.archived": shown<Patient>(),
  "patient.restored": shown<Patient>(),
  "patient.first-met": shown<Patient>(),
  "patient.files-named": shown<Patient & { kind: "named" | "unnamed" }>(),
  "patient.viewed": shown<Patient & { reason: "treating" | "office" | "owner" | "auditor" }>(),
  "patient.entry-code-made": shown<Patient>(),
  "patient.entry-code-made-alone": shown<Patient>(),
  "patient.first-entry-proven": shown<Patient>(),
  "patient.first-entry-missed": shown<Patient>(),
  "patient.entry-locked": shown<Patient>(),
  "session.opened": shown<Anyone & { authentication: Authentication }>(),
  "session.opened-unproven": shown<Patient & { authentication: Authentication }>(),
  "session.closed": shown<Anyone & { cause: "signed-out" | "timed-out" | "ended" }>(),
  "disclosure.created": hidden<{ disclosureId: Id; kind: string }>(),
  "disclosure.published": hidden<{
    disclosureId: Id;
    versionId: Id;
    versionNumber: Count;
    change: "material" | "editorial";
    textSha256: Partial<Record<Language, Sha256>>;
    /** Of what is beside the words, `versionTermsSha256`. Entries made before this was told lack it. */
    termsSha256?: Sha256;
  }>(),
  "request.made": shown<Patient & { requestId: Id; disclosureId: Id; versionId: Id }>(),
  "request.cancelled": shown<Patient & { requestId: Id }>(),
  "request.opened": shown<Patient & { requestId: Id; versionId: Id }>(),
  "conversation.wanted": shown<Patient & { conversationId: Id; requestId?: Id; wishId?: Id }>(),
  "conversation.concluded": shown<Patient & { conversationId: Id; outcome: string }>(),
  "consent.given": shown<Answered & { yes: Count; no: Count; expiresAt?: string } & Uses>(),
  "consent.refused": shown<Answered & { no: Count } & Uses>(),
  "consent.acknowledged": shown<Answered & { outcome: "obtained" | "refused" | "unable" }>(),
  "consent.withdrawn": shown<
    Patient & {
      answerId: Id;
      withdrawalId: Id;
      scope: "whole" | "items";
      itemIds: Id[];
      /** The one press on everything that it came of. */
      togetherId?: Id;
    }
  >(),
  "consent.put-back": shown<Patient & { answerId: Id; withdrawalId: Id }>(),
  "document.sealed": shown<
    Patient & {
      documentId: Id;
      meaning: Meaning;
      sha256: Sha256;
    }
  >(),
  "document.opened": shown<Patient & { documentId: Id }>(),
  "document.found-damaged": shown<Patient & { documentId: Id }>(),
  "document.seal-failed": hidden<Patient & { signatureId: Id }>(),
  "document.seal-retried": hidden<Patient & { signatureId: Id }>(),
  "message.delivered": shown<Anyone & { messageId: Id; kind: string }>(),
  "message.failed": shown<Anyone & { messageId: Id; kind: string; attempt: Count; final: boolean }>(),
  "message.settled": hidden<Anyone & { messageId: Id; kind: string; cause: "nothing-open" | "archived" }>(),
  "seal-key.made": hidden<{ keyId: Id; certificateSha256: Sha256 }>(),
  "checkpoint-key.made": hidden<{ keyId: string; publicKey: string }>(),
  "checkpoint.signed": hidden<{ size: Count; root: Sha256; keyId: string }>(),
  "export.made": shown<Anyone & { exportId: Id; kind: "trail" | "patient" | "practice"; size?: Count }>(),
  "access.refused": hidden<Anyone & { what: string; reason: string }>(),
  "patient.treating-changed": shown<Patient & { formerStaffId: Id; nextStaffId: Id }>(),
  "disclosure.draft-begun": hidden<{ disclosureId: Id; draftId: Id }>(),
  "disclosure.draft-discarded": hidden<{ disclosureId: Id; draftId: Id }>(),
  "disclosure.translation-reviewed": hidden<{ disclosureId: Id; language: Language; textSha256: Sha256 }>(),
  "disclosure.translation-kept": hidden<{
    disclosureId: Id;
    language: Language;
    textSha256: Sha256;
    englishSha256: Sha256;
  }>(),
  "disclosure.retired": hidden<{ disclosureId: Id }>(),
  "disclosure.audience-changed": hidden<{ disclosureId: Id; audience: string }>(),
  "disclosure.usual-chosen": hidden<{ disclosureId: Id; kind: "usual" | "not-usual" }>(),
  "disclosure.trial-sent": hidden<{ disclosureId: Id }>(),
  "campaign.begun": hidden<{ campaignId: Id; disclosureId: Id; versionId: Id; holders: Count }>(),
  "campaign.stopped": hidden<{ campaignId: Id; versionId: Id }>(),
  "campaign.patient-skipped": hidden<Patient & { campaignId: Id; versionId: Id; reason: string }>(),
  "request.declined": shown<Patient & { requestId: Id }>(),
  "request.sent-again": shown<Patient & { requestId: Id; messageId: Id }>(),
  "request.reminded": shown<Patient & { requestId: Id; messageId: Id }>(),
  "notice.ended": shown<Patient & { requestId: Id; outcome: "refused" | "unable" }>(),
  "consent.corrected": shown<Patient & { answerId: Id }>(),
  "agreement.noted": shown<Patient & { agreementId: Id; disclosureId: Id; sha256: Sha256 }>(),
  "agreement.opened": shown<Patient & { agreementId: Id }>(),
  "duty.owed": hidden<Patient & { dutyId: Id; withdrawalId: Id; kind: string }>(),
  "duty.done": shown<Patient & { dutyId: Id; kind: string }>(),
  "access-test.begun": shown<Patient & { testId: Id }>(),
  "access-test.passed": shown<Patient & { testId: Id }>(),
  "access-test.missed": shown<Patient & { testId: Id }>(),
  "watch.noted": hidden<{ entryId: Id }>(),
  "watch.concluded": hidden<{ entryId: Id; conclusion: string }>(),
  "platform.listed": hidden<{ platformId: Id; kind: string }>(),
  "platform.fact-noted": hidden<{ platformId: Id; factId: Id; key: string }>(),
  "platform.left": hidden<{ platformId: Id }>(),
  "platform.returned-to": hidden<{ platformId: Id }>(),
  "platform.default-set": hidden<{ platformId: Id; effectiveFrom: string }>(),
  "platform.trouble-noted": shown<Patient & { platformId: Id; troubleId: Id; kind: string }>(),
  "patient.placed": shown<Patient & { placementId: Id; platformId?: Id; origin: string }>(),
  "group.placed": hidden<{ groupId: Id; placementId: Id; platformId?: Id }>(),
  "next-appointment.chosen": shown<Patient & { choiceId: Id; platformId: Id }>(),
  "next-appointment.ended": shown<Patient & { choiceId: Id }>(),
  "group.made": hidden<{ groupId: Id; kind: string }>(),
  "group.ended": hidden<{ groupId: Id }>(),
  "group.joined": shown<Patient & { groupId: Id }>(),
  "group.left": shown<Patient & { groupId: Id }>(),
  "room.assigned": shown<Anyone & { groupId?: Id; roomId: Id; platformId: Id }>(),
  "room.ended": shown<Anyone & { groupId?: Id; roomId: Id }>(),
  "room.opened": shown<Anyone & { groupId?: Id; roomId: Id }>(),
  "personal-meeting.noted": hidden<{ meetingId: Id; staffId: Id }>(),
  "safeguard.claimed": hidden<{ safeguardId: Id; key: string }>(),
  "safeguard.dropped": hidden<{ safeguardId: Id }>(),
  "safeguard.attested": hidden<{ safeguardId: Id; attestationId: Id; outcome: string }>(),
  "attestation.opened": hidden<{ attestationId: Id }>(),
  "platform-request.made": shown<Patient & { wishId: Id; wish: string }>(),
  "platform-request.answered": shown<Patient & { wishId: Id; decision: string }>(),
  "platform-request.acknowledged": shown<
    Acknowledged & {
      kind: string;
      explainedOn?: string;
      /** Entries made before this was told lack it. */
      language?: Language;
    }
  >(),
  "platform-request.taken-back": shown<Patient & { wishId: Id }>(),
  "platform-request.declined": shown<Patient & { wishId: Id }>(),
  "platform-request.gone-back": shown<Patient & { wishId: Id }>(),
  "platform-request.kept": shown<Patient & { wishId: Id }>(),
  "settings.changed": hidden<{ changed: string[] }>(),
  /** Their public keys, in hex. */
  "witnesses.chosen": hidden<{ witnesses: string[]; quorum: Count }>(),
};

export type EventName = keyof typeof said;

type Fields<Name extends EventName> = NonNullable<(typeof said)[Name]["fields"]>;

export type AuditEvent = { [Name in EventName]: { name: Name } & Fields<Name> }[EventName];

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(said, name);
}

export const eventNames: readonly EventName[] = Object.keys(said).filter(isEventName);

/** The events that stand on a patient's activity page when they carry that patient's id. */
export const activityNames: readonly EventName[] = eventNames.filter((name) => said[name].patientReads);

export type EventKey<Name extends EventName> = Name extends `${infer Noun}.${infer Verb}`
  ? `${Noun}_${Verb}`
  : never;

/** The key of the event's sentence: next-intl reads a dot as nesting. The type says what replacing the dot gives. */
export function eventKey<Name extends EventName>(name: Name): EventKey<Name> {
  return name.replace(".", "_") as EventKey<Name>;
}
