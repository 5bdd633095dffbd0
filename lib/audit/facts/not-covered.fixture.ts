const ofRow = "names the row, and no evidence names it";
const ofActor = "repeats who acted, which the entry says";
const ofEntry = "repeats what the entry says";
const ofText = "is of the practice's own work; what a patient read is covered";
const ofFile = "repeats what the sealed file says, which is covered";
const ofNote = "repeats the signed note, which is covered";
const ofOwner = "repeats what the row it belongs to says, which is covered";
const locked = "is encrypted: changed, it does not open";
const toDo = "plans work; whether and when it was done is covered";
const ofPaper = "describes the file of an agreement on paper, which is covered";
/** Nothing would tell: to be told by entries of their own. */
const untold = "is told by no entry";

/** By table and column: what may be changed without being found, and why. Every other column is covered. */
export const notCovered: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  events: { id: "names the row for its details alone, which commit to their entry themselves" },
  event_details: {
    id: ofRow,
    event_id: "led elsewhere, details count as erased, which they may be",
    practice_id: "led elsewhere, details count as erased, which they may be",
  },
  audit_heads: { id: ofRow, at: "keeps new entries in order; their own times are covered" },
  checkpoints: { id: ofRow, key_id: ofNote, root: ofNote, signed_at: ofNote },
  versions: {
    answers_last_months: "ends later answers; the day each of them ends is covered",
    earlier_answers_until: untold,
    published_at: ofEntry,
    published_by: ofActor,
    review_by: ofText,
  },
  version_texts: { id: ofRow, change_summary: untold, say_aloud: ofText },
  items: { key: ofText, leaves_practice: ofText, most_viewers: ofText, copy_for_patient: ofText },
  item_texts: { id: ofRow },
  answers: { answered_by: ofActor, disclosure_id: ofOwner, route: ofEntry },
  answer_items: { id: ofRow, version_id: ofOwner },
  withdrawals: { withdrawn_by: ofActor },
  withdrawal_items: { id: ofRow, answer_id: ofOwner },
  put_backs: { id: ofRow, put_back_by: ofActor },
  documents: {
    byte_size: ofFile,
    level: ofFile,
    seal_key_id: ofFile,
    sealed_at: ofFile,
    timestamp_failure: ofFile,
  },
  answer_corrections: { id: ofRow, corrected_by: ofActor, sealed_reason: locked },
  notice_endings: { id: ofRow, ended_by: ofActor, sealed_reason: locked },
  duties: { due_on: toDo, owner_id: toDo },
  duty_completions: { id: ofRow, done_by: ofActor, sealed_note: locked },
  earlier_agreements: {
    agreed_on: ofPaper,
    byte_size: ofPaper,
    file_name: ofPaper,
    form: ofPaper,
    media_type: ofPaper,
    noted_by: ofActor,
    uses: ofPaper,
    words_language: ofPaper,
  },
  acknowledgements: { by_staff: ofActor, by_user: ofActor, language: ofFile, route: ofEntry },
};
