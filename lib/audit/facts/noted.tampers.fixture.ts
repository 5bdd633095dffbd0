import type { Tamper } from "./tampers.fixture";

/** What a superuser could do to what was corrected, ended, owed, done or carried over. */
export const notedTampers: Tamper[] = [
  ["a correction is deleted", "corrected", "noted", () => "delete from answer_corrections"],
  [
    "a correction is made earlier by a day",
    "corrected",
    "noted",
    () => "update answer_corrections set corrected_at = corrected_at - interval '1 day'",
  ],
  [
    "a correction is slipped in",
    "last",
    "untold",
    ({ sealed }) => `insert into answer_corrections select practice_id, gen_random_uuid(), '${sealed}',
      sealed_reason, corrected_at, corrected_by from answer_corrections`,
  ],
  ["a notice's ending is deleted", "ended", "noted", () => "delete from notice_endings"],
  [
    "a notice is said to have been refused",
    "ended",
    "noted",
    () => "update notice_endings set outcome = 'refused'",
  ],
  [
    "a notice's ending is slipped in",
    "last",
    "untold",
    ({ sealed }) => `insert into notice_endings select practice_id, gen_random_uuid(),
      (select request_id from answers where id = '${sealed}'), outcome, sealed_reason, ended_at, ended_by
      from notice_endings`,
  ],
  ["a duty is deleted", "owed", "noted", () => "delete from duties where kind = 'stop-recording'"],
  [
    "a duty becomes another",
    "owed",
    "noted",
    () => "update duties set kind = 'stop-use' where kind = 'stop-recording'",
  ],
  [
    "a duty is slipped in",
    "last",
    "untold",
    () => `insert into duties select practice_id, gen_random_uuid(), patient_id, withdrawal_id, 'use-paper',
      owner_id, due_on, owed_at from duties limit 1`,
  ],
  ["what was done is undone", "done", "noted", () => "delete from duty_completions"],
  [
    "a duty is said to be done",
    "last",
    "untold",
    () => `insert into duty_completions select practice_id, gen_random_uuid(),
      (select id from duties where kind = 'decide-recordings'), null, done_at, done_by from duty_completions`,
  ],
  ["an earlier agreement is deleted", "agreed", "noted", () => "delete from earlier_agreements"],
  [
    "an earlier agreement is given another fingerprint",
    "agreed",
    "noted",
    () => "update earlier_agreements set sha256 = repeat('3', 64)",
  ],
  [
    "an earlier agreement is slipped in",
    "last",
    "untold",
    () => `insert into earlier_agreements select practice_id, gen_random_uuid(), patient_id, disclosure_id, form,
      agreed_on, uses, file_name, media_type, byte_size, repeat('4', 64), noted_at, noted_by
      from earlier_agreements`,
  ],
  [
    "an earlier agreement is said to allow more",
    "agreed",
    "noted",
    () => `update earlier_agreements set uses = '["look back","students"]'`,
  ],
  [
    "a seal key is slipped in",
    "last",
    "untold",
    () =>
      "insert into seal_keys select practice_id, gen_random_uuid(), certificate, private_key, made_at from seal_keys",
  ],
  [
    "a text is slipped in",
    "last",
    "untold",
    () => `insert into disclosures (practice_id, id, kind, key, position, audience, created_at, created_by)
      select practice_id, gen_random_uuid(), kind, 'another', position, audience, created_at, created_by
        from disclosures limit 1`,
  ],
  ["the file of an agreement is deleted", "agreed", "file", () => "delete from earlier_agreement_files"],
  [
    "the file of an agreement is altered",
    "agreed",
    "file",
    () => "update earlier_agreement_files set sealed = overlay(sealed placing '\\x00' from 40)",
  ],
  [
    "somebody of the practice is said to have been told a withdrawal",
    "withdrawal",
    "withdrawal",
    () => "update withdrawals set noted_by = (select id from staff_members limit 1)",
  ],
  [
    "a withdrawal is said to have come by phone",
    "withdrawal",
    "withdrawal",
    () => "update withdrawals set route = 'phone'",
  ],
  ["a putting back is deleted", "putBack", "noted", () => "delete from put_backs"],
  [
    "a putting back is made earlier by a day",
    "putBack",
    "noted",
    () => "update put_backs set put_back_at = put_back_at - interval '1 day'",
  ],
  [
    "a putting back is slipped in",
    "last",
    "untold",
    () => `insert into put_backs select practice_id, gen_random_uuid(),
      (select id from withdrawals where together_id is null), put_back_at, put_back_by, route from put_backs`,
  ],
];
