import type { StaffRole } from "@/lib/context";
import type { Language } from "@/lib/languages";
import type { Meaning } from "@/verifier/record";

type Id = string;
type Sha256 = string;
type Count = number;
type Anyone = { patient?: Id };
type Patient = { patient: Id };
type Acknowledged = Patient & { wishId: Id; acknowledgementId: Id; textSha256: Sha256 };
type Answered = Patient & { requestId: Id; answerId: Id; versionId: Id };

/** What each event says beyond its envelope: ids, hashes, counts and words of closed lists; never personal data. */
type Fields = {
  "practice.created": object;
  "staff.invited": { staffId: Id; roles: StaffRole[] };
  "staff.role-granted": { staffId: Id; role: StaffRole };
  "staff.role-ended": { staffId: Id; role: StaffRole };
  "patient.added": Patient;
  "patient.edited": Patient & { changed: string[] };
  "patient.address-changed": Patient;
  "patient.archived": Patient;
  "patient.restored": Patient;
  "patient.first-met": Patient;
  "patient.viewed": Patient & { reason: "treating" | "office" | "owner" | "auditor" };
  "patient.entry-code-made": Patient;
  "patient.entry-code-made-alone": Patient;
  "patient.first-entry-proven": Patient;
  "patient.first-entry-missed": Patient;
  "patient.entry-locked": Patient;
  "session.opened": Anyone & { authentication: "email-link" | "email-code" };
  "session.opened-unproven": Patient & { authentication: "email-link" | "email-code" };
  "session.closed": Anyone & { cause: "signed-out" | "timed-out" | "ended" };
  "disclosure.created": { disclosureId: Id; kind: string };
  "disclosure.published": {
    disclosureId: Id;
    versionId: Id;
    versionNumber: Count;
    change: "material" | "editorial";
    textSha256: Partial<Record<Language, Sha256>>;
  };
  "request.made": Patient & { requestId: Id; disclosureId: Id; versionId: Id };
  "request.cancelled": Patient & { requestId: Id };
  "request.opened": Patient & { requestId: Id; versionId: Id };
  "conversation.wanted": Patient & { conversationId: Id; requestId?: Id; wishId?: Id };
  "conversation.concluded": Patient & { conversationId: Id; outcome: string };
  "consent.given": Answered & { yes: Count; no: Count; expiresAt?: string };
  "consent.refused": Answered & { no: Count };
  "consent.acknowledged": Answered & { outcome: "obtained" | "refused" | "unable" };
  "consent.withdrawn": Patient & {
    answerId: Id;
    withdrawalId: Id;
    scope: "whole" | "items";
    itemIds: Id[];
  };
  "document.sealed": Patient & {
    documentId: Id;
    meaning: Meaning;
    sha256: Sha256;
  };
  "document.opened": Patient & { documentId: Id };
  "document.found-damaged": Patient & { documentId: Id };
  "document.seal-failed": Patient & { answerId?: Id; withdrawalId?: Id; acknowledgementId?: Id };
  "document.seal-retried": Patient & { answerId?: Id; withdrawalId?: Id; acknowledgementId?: Id };
  "message.delivered": Anyone & { messageId: Id; kind: string };
  "message.failed": Anyone & { messageId: Id; kind: string; attempt: Count; final: boolean };
  "message.settled": Anyone & { messageId: Id; kind: string; cause: "nothing-open" | "archived" };
  "seal-key.made": { keyId: Id; certificateSha256: Sha256 };
  "checkpoint-key.made": { keyId: string; publicKey: string };
  "checkpoint.signed": { size: Count; root: Sha256; keyId: string };
  "export.made": Anyone & { exportId: Id; kind: "trail" | "patient" | "practice"; size?: Count };
  "access.refused": Anyone & { what: string; reason: string };
  "patient.treating-changed": Patient & { formerStaffId: Id; nextStaffId: Id };
  "disclosure.draft-begun": { disclosureId: Id; draftId: Id };
  "disclosure.draft-discarded": { disclosureId: Id; draftId: Id };
  "disclosure.translation-reviewed": { disclosureId: Id; language: Language; textSha256: Sha256 };
  "disclosure.retired": { disclosureId: Id };
  "disclosure.audience-changed": { disclosureId: Id; audience: string };
  "disclosure.trial-sent": { disclosureId: Id };
  "campaign.begun": { campaignId: Id; disclosureId: Id; versionId: Id; holders: Count };
  "campaign.stopped": { campaignId: Id; versionId: Id };
  "campaign.patient-skipped": Patient & { campaignId: Id; versionId: Id; reason: string };
  "request.declined": Patient & { requestId: Id };
  "request.reminded": Patient & { requestId: Id; messageId: Id };
  "notice.ended": Patient & { requestId: Id; outcome: "refused" | "unable" };
  "consent.corrected": Patient & { answerId: Id };
  "agreement.noted": Patient & { agreementId: Id; disclosureId: Id; sha256: Sha256 };
  "agreement.opened": Patient & { agreementId: Id };
  "duty.owed": Patient & { dutyId: Id; withdrawalId: Id; kind: string };
  "duty.done": Patient & { dutyId: Id; kind: string };
  "access-test.begun": Patient & { testId: Id };
  "access-test.passed": Patient & { testId: Id };
  "access-test.missed": Patient & { testId: Id };
  "watch.noted": { entryId: Id };
  "watch.concluded": { entryId: Id; conclusion: string };
  "platform.listed": { platformId: Id; kind: string };
  "platform.fact-noted": { platformId: Id; factId: Id; key: string };
  "platform.left": { platformId: Id };
  "platform.returned-to": { platformId: Id };
  "platform.default-set": { platformId: Id; effectiveFrom: string };
  "platform.trouble-noted": Patient & { platformId: Id; troubleId: Id; kind: string };
  "patient.placed": Patient & { placementId: Id; platformId?: Id; origin: string };
  "group.placed": { groupId: Id; placementId: Id; platformId?: Id };
  "next-appointment.chosen": Patient & { choiceId: Id; platformId: Id };
  "next-appointment.ended": Patient & { choiceId: Id };
  "group.made": { groupId: Id; kind: string };
  "group.ended": { groupId: Id };
  "group.joined": Patient & { groupId: Id };
  "group.left": Patient & { groupId: Id };
  "room.assigned": Anyone & { groupId?: Id; roomId: Id; platformId: Id };
  "room.ended": Anyone & { groupId?: Id; roomId: Id };
  "room.opened": Anyone & { groupId?: Id; roomId: Id };
  "personal-meeting.noted": { meetingId: Id; staffId: Id };
  "safeguard.claimed": { safeguardId: Id; key: string };
  "safeguard.dropped": { safeguardId: Id };
  "safeguard.attested": { safeguardId: Id; attestationId: Id; outcome: string };
  "attestation.opened": { attestationId: Id };
  "platform-request.made": Patient & { wishId: Id; wish: string };
  "platform-request.answered": Patient & { wishId: Id; decision: string };
  "platform-request.acknowledged": Acknowledged & { kind: string; explainedOn?: string };
  "platform-request.taken-back": Patient & { wishId: Id };
  "platform-request.declined": Patient & { wishId: Id };
  "platform-request.gone-back": Patient & { wishId: Id };
  "platform-request.kept": Patient & { wishId: Id };
  "settings.changed": { changed: string[] };
};

export type EventName = keyof Fields;

export type AuditEvent = { [Name in EventName]: { name: Name } & Fields[Name] }[EventName];

const patientReads: Record<EventName, boolean> = {
  "practice.created": false,
  "staff.invited": false,
  "staff.role-granted": false,
  "staff.role-ended": false,
  "patient.added": true,
  "patient.edited": true,
  "patient.address-changed": true,
  "patient.archived": true,
  "patient.restored": true,
  "patient.first-met": true,
  "patient.viewed": true,
  "patient.entry-code-made": true,
  "patient.entry-code-made-alone": true,
  "patient.first-entry-proven": true,
  "patient.first-entry-missed": true,
  "patient.entry-locked": true,
  "session.opened": true,
  "session.opened-unproven": true,
  "session.closed": true,
  "disclosure.created": false,
  "disclosure.published": false,
  "request.made": true,
  "request.cancelled": true,
  "request.opened": true,
  "conversation.wanted": true,
  "conversation.concluded": true,
  "consent.given": true,
  "consent.refused": true,
  "consent.acknowledged": true,
  "consent.withdrawn": true,
  "document.sealed": true,
  "document.opened": true,
  "document.found-damaged": true,
  "document.seal-failed": false,
  "document.seal-retried": false,
  "message.delivered": true,
  "message.failed": true,
  "message.settled": false,
  "seal-key.made": false,
  "checkpoint-key.made": false,
  "checkpoint.signed": false,
  "export.made": true,
  "access.refused": false,
  "patient.treating-changed": true,
  "disclosure.draft-begun": false,
  "disclosure.draft-discarded": false,
  "disclosure.translation-reviewed": false,
  "disclosure.retired": false,
  "disclosure.audience-changed": false,
  "disclosure.trial-sent": false,
  "campaign.begun": false,
  "campaign.stopped": false,
  "campaign.patient-skipped": false,
  "request.declined": true,
  "request.reminded": true,
  "notice.ended": true,
  "consent.corrected": true,
  "agreement.noted": true,
  "agreement.opened": true,
  "duty.owed": false,
  "duty.done": true,
  "access-test.begun": true,
  "access-test.passed": true,
  "access-test.missed": true,
  "watch.noted": false,
  "watch.concluded": false,
  "platform.listed": false,
  "platform.fact-noted": false,
  "platform.left": false,
  "platform.returned-to": false,
  "platform.default-set": false,
  "platform.trouble-noted": true,
  "patient.placed": true,
  "group.placed": false,
  "next-appointment.chosen": true,
  "next-appointment.ended": true,
  "group.made": false,
  "group.ended": false,
  "group.joined": true,
  "group.left": true,
  "room.assigned": true,
  "room.ended": true,
  "room.opened": true,
  "personal-meeting.noted": false,
  "safeguard.claimed": false,
  "safeguard.dropped": false,
  "safeguard.attested": false,
  "attestation.opened": false,
  "platform-request.made": true,
  "platform-request.answered": true,
  "platform-request.acknowledged": true,
  "platform-request.taken-back": true,
  "platform-request.declined": true,
  "platform-request.gone-back": true,
  "platform-request.kept": true,
  "settings.changed": false,
};

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(patientReads, name);
}

export const eventNames: readonly EventName[] = Object.keys(patientReads).filter(isEventName);

/** The events that stand on a patient's activity page when they carry that patient's id. */
export const activityNames: readonly EventName[] = eventNames.filter((name) => patientReads[name]);

export type EventKey<Name extends EventName> = Name extends `${infer Noun}.${infer Verb}`
  ? `${Noun}_${Verb}`
  : never;

/** The key of the event's sentence: next-intl reads a dot as nesting. The type says what replacing the dot gives. */
export function eventKey<Name extends EventName>(name: Name): EventKey<Name> {
  return name.replace(".", "_") as EventKey<Name>;
}
