const ofRow = "names the row, and no evidence names it";
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
  events: {
    id: "of an entry without details, the first here, names nothing; renamed, one with details is found",
  },
  event_details: {
    id: ofRow,
    practice_id: "led elsewhere, details count as erased, which they may be",
  },
  audit_heads: { id: ofRow, at: "keeps new entries in order; their own times are covered" },
  checkpoints: { id: ofRow, key_id: ofNote, root: ofNote, signed_at: ofNote },
  versions: {
    answers_last_months: "ends later answers; the day each of them ends is covered",
    earlier_answers_until: untold,
    published_at: ofEntry,
    review_by: ofText,
  },
  version_texts: { id: ofRow, change_summary: untold, say_aloud: ofText },
  items: { key: ofText, leaves_practice: ofText, most_viewers: ofText, copy_for_patient: ofText },
  item_texts: { id: ofRow },
  answers: { disclosure_id: ofOwner },
  answer_items: { id: ofRow, version_id: ofOwner },
  withdrawal_items: { id: ofRow, answer_id: ofOwner },
  put_backs: { id: ofRow },
  documents: {
    byte_size: ofFile,
    level: ofFile,
    seal_key_id: ofFile,
    sealed_at: ofFile,
    timestamp_failure: ofFile,
  },
  answer_corrections: { id: ofRow, sealed_reason: locked },
  notice_endings: { id: ofRow, sealed_reason: locked },
  duties: { due_on: toDo, owner_id: toDo },
  duty_completions: { id: ofRow, sealed_note: locked },
  earlier_agreements: {
    agreed_on: ofPaper,
    byte_size: ofPaper,
    file_name: ofPaper,
    form: ofPaper,
    media_type: ofPaper,
    uses: ofPaper,
    words_language: ofPaper,
  },
  acknowledgements: { language: ofFile },
};
