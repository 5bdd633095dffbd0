import type { Tamper } from "./tampers.fixture";

/** What a superuser could do to the row that says who signed, when and what. */
export const signatureTampers: Tamper[] = [
  [
    "an answer is said to have been signed earlier",
    "unsealed",
    "answer",
    ({ unsealed }) =>
      `update signatures set signed_at = signed_at - interval '1 ms' where id = '${unsealed}'`,
  ],
  [
    "an answer is said to have been signed by another patient",
    "unsealed",
    "answer",
    ({ unsealed }) => `update signatures set patient_id = gen_random_uuid() where id = '${unsealed}'`,
  ],
  [
    "a withdrawal is said to be an answer",
    "withdrawal",
    "withdrawal",
    () => "update signatures set kind = 'answer' where kind = 'withdrawal'",
  ],
  [
    "the signature of an acknowledgement is deleted",
    "known",
    "noted",
    () => "delete from signatures where kind = 'acknowledgement'",
  ],
  [
    "a signature of nothing is slipped in",
    "last",
    "untold",
    () => `insert into signatures select practice_id, gen_random_uuid(), patient_id, kind, signed_at
      from signatures limit 1`,
  ],
];
