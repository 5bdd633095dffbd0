/** What the app role may do with a relation. A relation of a practice is walled by row-level security. */
export type Verdict = {
  ofPractice: boolean;
  select: boolean;
  insert: boolean;
  update: readonly string[];
  delete: boolean;
  appendOnly: boolean;
};

const nothing = { select: false, insert: false, update: [], delete: false };
const facts: Verdict = { ...nothing, ofPractice: true, select: true, insert: true, appendOnly: true };
const changeable = (...update: string[]): Verdict => ({ ...facts, update, appendOnly: false });
const outside = (granted: Partial<Verdict>): Verdict => ({
  ...nothing,
  ofPractice: false,
  appendOnly: false,
  ...granted,
});
const signIn = (granted: Partial<Verdict> = {}) => outside({ select: true, insert: true, ...granted });

/** Every table and sequence there is. One that is not named here fails the isolation matrix. */
export const relations: Readonly<Record<string, Verdict>> = {
  "public.practices": changeable("name", "time_zone", "phone", "crisis_line"),
  "public.staff_members": changeable("name", "email"),
  "public.staff_roles": changeable("ended_at", "ended_by"),
  "public.seal_keys": facts,
  "public.patients": changeable(
    "legal_name",
    "called_name",
    "email",
    "phone",
    "language",
    "date_of_birth",
    "treating_staff_id",
    "mailbox_of",
  ),
  "public.patient_archivings": changeable("restored_at", "restored_by"),
  "public.first_entries": facts,
  "public.first_entry_misses": facts,
  "public.entry_codes": facts,
  "public.address_changes": facts,
  "public.disclosures": changeable("position"),
  "public.versions": facts,
  "public.version_texts": facts,
  "public.items": facts,
  "public.item_texts": facts,
  "public.requests": facts,
  "public.request_openings": facts,
  "public.request_cancellations": facts,
  "public.answers": facts,
  "public.answer_items": facts,
  "public.withdrawals": facts,
  "public.withdrawal_items": facts,
  "public.signature_evidence": facts,
  "public.conversations": facts,
  "public.conversation_outcomes": facts,
  "public.documents": facts,
  "public.document_files": facts,
  "public.seal_failures": facts,
  "public.seal_retries": facts,
  "public.messages": facts,
  "public.message_attempts": facts,
  "public.message_deliveries": facts,
  "public.message_failures": facts,
  "public.message_settlements": facts,
  "public.events": facts,
  "public.event_details": facts,
  "public.audit_heads": changeable("size", "leaf", "at"),
  "public.checkpoint_keys": facts,
  "public.checkpoints": facts,
  "public.checkpoint_failures": facts,
  "auth.users": signIn({ update: ["email_verified_at"] }),
  "auth.auth_sessions": signIn({ update: ["last_seen_at", "expires_at"], delete: true }),
  "auth.sign_in_tokens": signIn({ update: ["spent_at"], delete: true }),
  "auth.code_misses": signIn({ delete: true }),
  "auth.link_requests": signIn({ delete: true }),
  "auth.memberships": signIn({ update: ["ended_at"] }),
  "auth.practice_slugs": signIn(),
  "work.installation_authority": outside({ select: true, insert: true }),
  "drizzle.__drizzle_migrations": outside({ select: true }),
  "drizzle.__drizzle_migrations_id_seq": outside({}),
};

/** Looks across practices: SECURITY DEFINER, owned by candor_work, and these columns are all they tell. */
export const looks: Readonly<Record<string, string>> = {
  "work.unsealed(integer)": "TABLE(practice_id uuid, answer_id uuid, withdrawal_id uuid)",
  "work.unsent(integer)": "TABLE(practice_id uuid, id uuid)",
  "work.checkpoints_due(integer)": "TABLE(practice_id uuid)",
  "work.copies_untold(integer)": "TABLE(practice_id uuid, patient_id uuid)",
  "work.readiness()":
    "TABLE(unsealed_count integer, oldest_unsealed numeric, unsent_count integer, oldest_unsent numeric, failing integer, refused integer, unsigned integer)",
  "work.practice_ids()": "SETOF uuid",
};

/** For migrations and triggers; the app role may call none of them. */
export const ownersFunctions: readonly string[] = ["work.refuse_change()", "work.protect(regclass,text)"];

/** The columns that the looks may read, of every practice. */
export const workColumns: Readonly<Record<string, readonly string[]>> = {
  "public.answers": ["practice_id", "id", "patient_id", "answered_at"],
  "public.withdrawals": ["practice_id", "id", "withdrawn_at"],
  "public.documents": ["practice_id", "answer_id", "withdrawal_id"],
  "public.seal_failures": ["practice_id", "id", "answer_id", "withdrawal_id", "failed_at", "next_try_at"],
  "public.seal_retries": ["practice_id", "failure_id"],
  "public.messages": ["practice_id", "id", "kind", "user_id", "patient_id", "owed_at"],
  "public.message_attempts": ["practice_id", "message_id", "attempted_at"],
  "public.message_deliveries": ["practice_id", "message_id"],
  "public.message_failures": ["practice_id", "message_id", "kind", "failed_at", "next_try_at"],
  "public.message_settlements": ["practice_id", "message_id"],
  "public.checkpoint_failures": ["practice_id", "failed_at"],
  "public.audit_heads": ["practice_id", "size", "at"],
  "public.checkpoints": ["practice_id", "size", "signed_at"],
};
