const ofRow = "names the row, and no evidence names it";
const ofText = "is of the practice's own work; what a patient read is covered";
const ofFile = "repeats what the sealed file says, which is covered";
const ofNote = "repeats the signed note, which is covered";
const ofOwner = "repeats what the row it belongs to says, which is covered";
const locked = "is encrypted: changed, it does not open";
const toDo = "plans work; whether and when it was done is covered";
const inEntry = "is told by the entry of the question, and an answer names its own text";
const erased = "led elsewhere, it counts as erased, which it may be";

/** By table and column: what may be changed without being found, and why. Every other column is covered. */
export const notCovered: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  events: {
    id: "of an entry without details, the first here, names nothing; renamed, one with details is found",
  },
  event_details: {
    id: ofRow,
    practice_id: erased,
  },
  audit_heads: { id: ofRow, at: "keeps new entries in order; their own times are covered" },
  checkpoints: { id: ofRow, key_id: ofNote, root: ofNote, signed_at: ofNote },
  checkpoint_keys: { made_at: "keeps keys in order; which of them may sign is covered" },
  seal_keys: { private_key: locked },
  disclosures: { audience: ofText, key: ofText, position: ofText },
  requests: {
    asked_at: inEntry,
    asked_by: inEntry,
    asking_id: toDo,
    campaign_id: toDo,
    disclosure_id: inEntry,
    due_on: toDo,
    id: inEntry,
    origin: toDo,
    patient_id: inEntry,
    practice_id: inEntry,
    route: inEntry,
    sitting_id: toDo,
    version_id: inEntry,
  },
  signature_evidence: { practice_id: erased, signature_id: erased },
  version_texts: { id: ofRow },
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
};

/** What the database takes no other value for while all else stands. How it is changed all the same is tried by hand. */
export const changedByHand: Readonly<Record<string, readonly string[]>> = {
  version_texts: ["language"],
  item_texts: ["language"],
  items: ["position"],
  duties: ["kind"],
  acknowledgements: ["kind"],
  events: ["seq"],
};
