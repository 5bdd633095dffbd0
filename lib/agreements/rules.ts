export const agreementForms = ["paper", "email", "other"] as const;

export type AgreementRefusal = "agreed-in-future" | "same-file";

export function whyNotNoteAgreement(
  agreement: { agreedOn: string; sha256: string },
  { today, filed }: { today: string; filed: readonly string[] },
): AgreementRefusal | null {
  if (agreement.agreedOn > today) return "agreed-in-future";
  return filed.includes(agreement.sha256) ? "same-file" : null;
}
