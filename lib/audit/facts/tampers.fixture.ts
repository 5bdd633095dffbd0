type Ids = Record<string, string>;
export type Tamper = [what: string, where: string, reason: string, statement: (ids: Ids) => string];

/** What a superuser could do beside the trail, the entry it belongs to, and how it is called. */
export const tampers: Tamper[] = [
  [
    "a yes is made of a no",
    "unsealed",
    "answer",
    ({ unsealed }) => `update answer_items set answer = 'yes' where answer_id = '${unsealed}'`,
  ],
  [
    "yes and no are exchanged, so that their number is the same",
    "sealed",
    "answer",
    ({
      sealed,
    }) => `update answer_items set answer = (case answer when 'yes' then 'no' else 'yes' end)::yes_or_no
      where answer_id = '${sealed}'`,
  ],
  [
    "a use is taken out of an answer",
    "unsealed",
    "answer",
    ({ unsealed }) => `delete from answer_items where answer_id = '${unsealed}' and answer = 'no'`,
  ],
  [
    "an answer is dated back by a day",
    "unsealed",
    "answer",
    ({ unsealed }) =>
      `update answers set answered_at = answered_at - interval '1 day' where id = '${unsealed}'`,
  ],
  [
    "a sealed answer is dated back by a second",
    "sealed",
    "answer",
    ({ sealed }) =>
      `update answers set answered_at = answered_at - interval '1 second' where id = '${sealed}';
       update signatures set signed_at = signed_at - interval '1 second' where id = '${sealed}'`,
  ],
  [
    "an answer is made to outlast its day",
    "sealed",
    "answer",
    ({ sealed }) =>
      `update answers set expires_at = clock_timestamp() + interval '9 years' where id = '${sealed}'`,
  ],
  [
    "an answer is deleted",
    "unsealed",
    "answer",
    ({ unsealed }) => `delete from answer_items where answer_id = '${unsealed}';
      delete from answers where id = '${unsealed}'`,
  ],
  [
    "an answer is given to a later version",
    "sealed",
    "answer",
    ({ sealed, unsealed }) => `update answers set version_id =
      (select version_id from answers where id = '${unsealed}') where id = '${sealed}'`,
  ],
  [
    "somebody else is said to have signed",
    "sealed",
    "answer",
    ({ sealed }) => `update answers set capacity = 'guardian' where id = '${sealed}'`,
  ],
  [
    "the fingerprint an answer names is changed",
    "unsealed",
    "answer",
    ({ unsealed }) => `update answers set text_sha256 = repeat('0', 64) where id = '${unsealed}'`,
  ],
  [
    "an answer is slipped in",
    "last",
    "untold",
    ({ sealed }) => `insert into answers select practice_id, gen_random_uuid(), gen_random_uuid(), patient_id,
      disclosure_id, version_id, language, text_sha256, answered_at, answered_by, capacity, route
      from answers where id = '${sealed}'`,
  ],
  ["a withdrawal is deleted", "withdrawal", "withdrawal", () => "delete from withdrawals"],
  [
    "what two uses of an answer got is exchanged",
    "unsealed",
    "answer",
    ({
      unsealed,
    }) => `update answer_items set answer = case answer when 'yes' then 'no'::yes_or_no else 'yes' end
      where answer_id = '${unsealed}'`,
  ],
  [
    "a withdrawal loses a use",
    "withdrawal",
    "withdrawal",
    () => "delete from withdrawal_items where id = (select id from withdrawal_items limit 1)",
  ],
  [
    "a withdrawal is made later",
    "withdrawal",
    "withdrawal",
    () => "update withdrawals set withdrawn_at = withdrawn_at + interval '1 day'",
  ],
  [
    "a withdrawal is made earlier by a second",
    "withdrawal",
    "withdrawal",
    () => `update withdrawals set withdrawn_at = withdrawn_at - interval '1 second';
      update signatures set signed_at = signed_at - interval '1 second' where kind = 'withdrawal'`,
  ],
  [
    "a withdrawal is moved to another answer",
    "withdrawal",
    "withdrawal",
    ({ sealed }) => `update withdrawals set answer_id = '${sealed}'`,
  ],
  [
    "the body of a published text is changed",
    "published",
    "text",
    () => "update version_texts set body = body || ' And more.' where language = 'es'",
  ],
  [
    "the body of a published text is changed with its fingerprint",
    "published",
    "text",
    () =>
      "update version_texts set body = body || ' More.', text_sha256 = repeat('1', 64) where language = 'en'",
  ],
  [
    "what a use is for is changed",
    "published",
    "text",
    () => "update item_texts set what_for = 'anything' where language = 'en'",
  ],
  ["a use is said to be optional", "published", "text", () => "update items set required = not required"],
  ["uses change places", "published", "text", () => "update items set position = -position"],
  [
    "a text stands in for another language",
    "published",
    "text",
    () => `delete from version_texts where language = 'es'; delete from item_texts where language = 'es';
      update version_texts set language = 'es'; update item_texts set language = 'es'`,
  ],
  [
    "earlier answers are made to count longer",
    "published",
    "text",
    () => "update versions set earlier_answers_until = published_at + interval '1 year'",
  ],
  [
    "a text is said to be the one before, about which nobody is asked",
    "published",
    "text",
    () => "update versions set same_in = '{en,es}'",
  ],
  ["a language is taken away", "published", "text", () => "delete from version_texts where language = 'es'"],
  ["a version is given another number", "published", "text", () => "update versions set number = number + 1"],
  [
    "a version is said to have been in effect earlier",
    "published",
    "text",
    () => "update versions set effective_from = effective_from - interval '1 year'",
  ],
  [
    "details are forged",
    "details",
    "details",
    () => `update event_details set details = '{"calledName":"X"}'`,
  ],
  ["details get another salt", "details", "details", () => "update event_details set salt = sha256(salt)"],
  [
    "the entry of details is given another id",
    "details",
    "details",
    () => "update events set id = gen_random_uuid() where id in (select event_id from event_details)",
  ],
  ["a file is deleted", "document", "file", () => "delete from document_files"],
  ["a document is deleted", "document", "file", () => "delete from documents"],
  [
    "the files of two documents are exchanged",
    "document",
    "file",
    () =>
      `update document_files f set sealed = (select sealed from document_files o where o.id <> f.id order by o.id limit 1)`,
  ],
  [
    "a document is given another fingerprint",
    "document",
    "file",
    () => "update documents set sha256 = repeat('2', 64)",
  ],
];
