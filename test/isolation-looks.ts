/** Looks across practices: SECURITY DEFINER, owned by candor_work, and these columns are all they tell. */
export const looks: Readonly<Record<string, string>> = {
  "work.unsealed(integer)": "TABLE(practice_id uuid, id uuid)",
  "work.unsent(integer)": "TABLE(practice_id uuid, id uuid)",
  "work.unsent_sign_ins(integer)": "TABLE(practice_id uuid, id uuid)",
  "work.checkpoints_due(integer)": "TABLE(practice_id uuid)",
  "work.copies_untold(integer)": "TABLE(practice_id uuid, patient_id uuid)",
  "work.readiness()":
    "TABLE(unsealed_count integer, oldest_unsealed numeric, unsent_count integer, oldest_unsent numeric, failing integer, refused integer, unsigned integer)",
  "work.campaigns_due(integer)": "TABLE(practice_id uuid, id uuid)",
  "work.renewals_due(integer)": "TABLE(practice_id uuid, answer_id uuid)",
  "work.reminders_due(integer)": "TABLE(practice_id uuid, sitting_id uuid)",
  "work.undrawn_tests(integer)": "TABLE(practice_id uuid, id uuid)",
  "work.undrawn_previews(integer)": "TABLE(practice_id uuid, id uuid)",
  "work.practice_ids()": "SETOF uuid",
  "work.owe_missing()": "TABLE(kind text, found integer)",
  "work.full_look_due()": "boolean",
};

/** For migrations and triggers; the app role may call none of them. */
export const ownersFunctions: readonly string[] = [
  "work.refuse_change()",
  "work.protect(regclass,text)",
  "work.reminders_of(uuid,uuid)",
  "work.missing(uuid)",
  "work.unsent_among(work.owed_kind[],integer)",
  "work.looked_at(work.owed_kind,integer)",
];

/** Triggers that keep the list of what is owed: SECURITY DEFINER of candor_work. */
export const listKeepers: readonly string[] = ["work.owe()", "work.owe_checkpoint()"];
/** What candor_work may change, and nothing else: the list of what is owed, and when it was proven. */
export const keptByWork: readonly string[] = ["work.owed", "work.full_looks"];

/** The columns that the looks may read, of every practice. */
export const workColumns: Readonly<Record<string, readonly string[]>> = {
  "public.answers": [
    "practice_id",
    "id",
    "request_id",
    "patient_id",
    "disclosure_id",
    "answered_at",
    "expires_at",
  ],
  "public.signatures": ["practice_id", "id", "signed_at"],
  "public.documents": ["practice_id", "signature_id"],
  "public.seal_failures": ["practice_id", "id", "signature_id", "failed_at", "next_try_at"],
  "public.seal_retries": ["practice_id", "failure_id"],
  "public.messages": [
    "practice_id",
    "id",
    "kind",
    "user_id",
    "patient_id",
    "sitting_id",
    "owed_at",
    "not_before",
  ],
  "public.message_attempts": ["practice_id", "message_id", "attempted_at"],
  "public.message_deliveries": ["practice_id", "message_id", "delivered_at"],
  "public.message_failures": ["practice_id", "message_id", "kind", "failed_at", "next_try_at"],
  "public.message_settlements": ["practice_id", "message_id"],
  "public.checkpoint_failures": ["practice_id", "failed_at"],
  "public.audit_heads": ["practice_id", "size", "at"],
  "public.checkpoints": ["practice_id", "size", "signed_at"],
  "public.requests": [
    "practice_id",
    "id",
    "patient_id",
    "disclosure_id",
    "sitting_id",
    "asked_at",
    "origin",
    "campaign_id",
  ],
  "public.request_cancellations": ["practice_id", "request_id"],
  "public.request_declines": ["practice_id", "request_id"],
  "public.notice_endings": ["practice_id", "request_id"],
  "public.conversations": ["practice_id", "id", "request_id"],
  "public.conversation_outcomes": ["practice_id", "conversation_id"],
  "public.answer_items": ["practice_id", "id", "answer_id", "item_id", "answer"],
  "public.withdrawal_items": ["practice_id", "withdrawal_id", "answer_id", "item_id"],
  "public.put_backs": ["practice_id", "withdrawal_id"],
  "public.answer_corrections": ["practice_id", "answer_id"],
  "public.disclosures": ["practice_id", "id", "kind"],
  "public.retirements": ["practice_id", "disclosure_id"],
  "public.patients": ["practice_id", "id"],
  "public.patient_archivings": ["practice_id", "patient_id", "restored_at"],
  "public.practices": ["practice_id", "reminder_days", "most_reminders", "renewal_days"],
  "public.campaigns": ["practice_id", "id", "leaves_at"],
  "work.owed": ["kind", "practice_id", "id", "due_at"],
  "work.full_looks": ["looked_at", "found"],
  "public.campaign_holders": ["practice_id", "id", "campaign_id", "patient_id"],
  "public.campaign_skips": ["practice_id", "campaign_id", "patient_id"],
  "public.campaign_stops": ["practice_id", "campaign_id"],
  "public.reminders": ["practice_id", "request_id"],
  "public.access_tests": ["practice_id", "id", "begun_at"],
  "public.access_test_files": ["practice_id", "test_id"],
  "public.draft_previews": ["practice_id", "id", "asked_at", "drawn_at"],
};
