import { isAcknowledged } from "@/lib/disclosures/rules";
import {
  isOfTradeOff,
  type Meaning,
  type SignedItem,
  type SignedRecord,
  type StampWord,
  takenBackBy,
} from "@/verifier/record";

const notStated = "not stated";

/**
 * `record.json`: the signed record, the same facts as a receipt in a profile of ISO/IEC TS 27560, and whether the seal
 * carries a time stamp.
 */
export function receiptJson(record: SignedRecord, timeStamp: StampWord): string {
  return `${JSON.stringify({ record, receipt: receiptOf(record), sealing: { timeStamp } }, null, 2)}\n`;
}

function receiptOf(record: SignedRecord) {
  const { practice, patient, disclosure } = record;
  return {
    schema_version: "27560-profile-1",
    record_id: record.documentId,
    pii_principal_id: patient.id,
    pii_processing: {
      privacy_notice: `urn:uuid:${disclosure.versionId ?? disclosure.id}`,
      privacy_notice_sha256: disclosure.textSha256,
      language: record.language,
      purposes: record.items.map((item) => purposeOf(record, item)),
    },
    party_identification: [
      {
        party_id: practice.id,
        party_name: practice.name,
        party_address: notStated,
        party_contact: practice.phone || notStated,
        party_type: "controller",
      },
    ],
    event: eventsOf(record),
  };
}

function purposeOf(record: SignedRecord, item: SignedItem) {
  const { practice, disclosure, appUrl } = record;
  const consent = {
    lawful_basis: "dpv:ExplicitlyExpressedConsent",
    withdrawal_method: `${appUrl}/my/${practice.slug}/consents`,
    privacy_rights: ["access", "withdraw"],
  };
  return {
    purpose_id: item.id,
    purpose: item.label,
    purpose_description: item.whatFor,
    pii_information: [{ pii_type: item.label, sensitive_pii_category: true }],
    pii_controllers: [practice.id],
    storage_locations: [item.where || notStated],
    retention_period: item.until || notStated,
    jurisdiction: notStated,
    recipient_third_parties: [item.whoSees || notStated],
    ...(isAcknowledged(disclosure.kind) || isOfTradeOff(record) ? noConsent : consent),
  };
}

/** That a notice arrived, or a difference is known, permits nothing, so there is no basis in consent and nothing to take back. */
const noConsent = { withdrawal_method: notStated, privacy_rights: ["access"] };

const stateOf: Record<Meaning, string> = {
  "acknowledges-receipt": "notice_acknowledged",
  "declines-receipt": "notice_not_acknowledged",
  consents: "consent_given",
  refuses: "consent_refused",
  withdraws: "consent_withdrawn",
  "acknowledges-trade-off": "difference_acknowledged",
  "explains-trade-off": "difference_explained",
};

/** An event for each use that was answered or taken back; one left open is none. */
function eventsOf(record: SignedRecord) {
  return record.items.flatMap((item) => {
    const state = stateOfItem(record, item);
    if (!state) return [];
    return {
      event_time: takenBackBy(record, item)?.withdrawnAt ?? record.answer.answeredAt,
      validity_duration: item.until || notStated,
      entity_id: record.signer.printedName ?? notStated,
      entity_capacity: record.signer.capacity ?? notStated,
      event_type: "explicit",
      purpose_id: item.id,
      event_state: state,
    };
  });
}

function stateOfItem(record: SignedRecord, item: SignedItem): string | null {
  if (item.answer === null) return null;
  if (isOfTradeOff(record)) return stateOf[record.meaning];
  if (takenBackBy(record, item)) return stateOf.withdraws;
  const isYes = item.answer === "yes";
  if (isAcknowledged(record.disclosure.kind))
    return stateOf[isYes ? "acknowledges-receipt" : "declines-receipt"];
  return stateOf[isYes ? "consents" : "refuses"];
}
