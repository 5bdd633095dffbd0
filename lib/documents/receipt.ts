import type { Meaning, SignedItem, SignedRecord } from "@/lib/documents/signed-record";

const notStated = "not stated";

/** `record.json`: the signed record, and the same facts as a receipt in a profile of ISO/IEC TS 27560. */
export function receiptJson(record: SignedRecord): string {
  return `${JSON.stringify({ record, receipt: receiptOf(record) }, null, 2)}\n`;
}

function receiptOf(record: SignedRecord) {
  const { practice, patient, disclosure, appUrl } = record;
  return {
    schema_version: "27560-profile-1",
    record_id: record.documentId,
    pii_principal_id: patient.id,
    pii_processing: {
      privacy_notice: `urn:uuid:${disclosure.versionId}`,
      privacy_notice_sha256: disclosure.textSha256,
      language: record.language,
      purposes: record.items.map((item) =>
        purposeOf(item, practice.id, `${appUrl}/my/${practice.slug}/consents`),
      ),
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

function purposeOf(item: SignedItem, controller: string, withdrawalMethod: string) {
  return {
    purpose_id: item.id,
    purpose: item.label,
    purpose_description: item.whatFor,
    lawful_basis: "dpv:ExplicitlyExpressedConsent",
    pii_information: [{ pii_type: item.label, sensitive_pii_category: true }],
    pii_controllers: [controller],
    storage_locations: [item.where],
    retention_period: item.until,
    jurisdiction: notStated,
    recipient_third_parties: [item.whoSees],
    withdrawal_method: withdrawalMethod,
    privacy_rights: ["access", "withdraw"],
  };
}

const stateOf: Record<Meaning, string> = {
  "acknowledges-receipt": "notice_acknowledged",
  consents: "consent_given",
  refuses: "consent_refused",
  withdraws: "consent_withdrawn",
};

function eventsOf(record: SignedRecord) {
  const { items, answer, withdrawal, meaning } = record;
  const whole = {
    entity_id: record.signer.printedName,
    entity_capacity: record.signer.capacity,
    event_type: "explicit",
  };
  if (items.length === 0) {
    const at = withdrawal?.withdrawnAt ?? answer.answeredAt;
    return [{ event_time: at, validity_duration: notStated, ...whole, event_state: stateOf[meaning] }];
  }
  return items.map((item) => ({
    event_time: answer.answeredAt,
    validity_duration: item.until,
    ...whole,
    purpose_id: item.id,
    event_state: item.answer === "yes" ? stateOf.consents : stateOf.refuses,
    ...(withdrawal?.itemIds.includes(item.id) && {
      event_time: withdrawal.withdrawnAt,
      event_state: stateOf.withdraws,
    }),
  }));
}
