import type { Tamper } from "./tampers.fixture";

/** What a superuser could do to what was read, or explained, of another way to meet. */
export const acknowledgementTampers: Tamper[] = [
  [
    "a fact is altered in what was signed",
    "known",
    "noted",
    () => "update acknowledgements set body = replace(body, 'not possible', 'possible')",
  ],
  [
    "what was signed is altered with its fingerprint",
    "known",
    "noted",
    () => "update acknowledgements set body = body || '.', text_sha256 = repeat('5', 64)",
  ],
  [
    "what was signed is said to have been something else",
    "known",
    "noted",
    () => "update acknowledgements set statement = 'I agree to everything.'",
  ],
  [
    "what was signed is dated back by a day",
    "known",
    "noted",
    () => "update acknowledgements set acknowledged_at = acknowledged_at - interval '1 day'",
  ],
  [
    "a signature is turned into an explanation",
    "known",
    "noted",
    () => `update acknowledgements set kind = 'explained', explained_on = '2026-01-02',
      by_staff = (select id from staff_members limit 1)`,
  ],
  ["an acknowledgement is deleted", "known", "noted", () => "delete from acknowledgements"],
  [
    "an acknowledgement is slipped in",
    "last",
    "untold",
    () => `insert into acknowledgements select practice_id, gen_random_uuid(), gen_random_uuid(),
      patient_id, kind, explained_on, language, title, in_short, body, statement, text_sha256, acknowledged_at,
      by_user, by_staff, route from acknowledgements`,
  ],
];
