import type { Rule } from "@/test/architecture-rules";

/** Nouns import leftwards only, and each part of one may use what stands before it. The first pattern that fits counts. */
export const order: readonly (readonly [string, RegExp])[] = [
  ["the root of lib", /^lib\/(?!actions$)[^/]+$/],
  ["the table of roles", /^lib\/practices\/roles$/],
  ["what a sweep holds on to", /^lib\/work\/(claim|look|wake|report-fault)$/],
  ["text as a tree", /^lib\/disclosures\/(markdown|kinds|claim-address)$/],
  ["paper, seal and verifier", /^lib\/documents\/((paper|sealing|verifying)\/.*|signed-record)$/],
  ["audit", /^lib\/audit\//],
  ["auth", /^lib\/auth\//],
  ["messages", /^lib\/messages\//],
  ["practices", /^lib\/practices\//],
  ["patients", /^lib\/patients\//],
  ["groups", /^lib\/groups\//],
  ["platforms", /^lib\/platforms\//],
  ["rooms", /^lib\/rooms\//],
  ["safeguards", /^lib\/safeguards\//],
  ["disclosures", /^lib\/disclosures\//],
  ["watch", /^lib\/watch\//],
  ["duties", /^lib\/duties\//],
  ["consents", /^lib\/consents\//],
  ["moves", /^lib\/moves\//],
  ["access tests", /^lib\/access-tests\//],
  ["conversations", /^lib\/conversations\//],
  ["platform requests", /^lib\/platform-requests\//],
  ["trade-offs", /^lib\/trade-offs\//],
  ["agreements", /^lib\/agreements\//],
  ["documents", /^lib\/documents\//],
  ["work", /^lib\/work\//],
  ["how an action is made", /^lib\/actions$/],
];

/** What one page shows is read from several nouns at once; only `app` and another page ask for it. */
export const pageQuery = /^lib\/[^/]+\/[a-z-]+-page\.ts$/;

/** Modules that rules, input and wording may use: as pure as they are. */
export const pureModules = [
  "zod",
  "lib/address",
  "lib/context",
  "lib/languages",
  "lib/link",
  "lib/past-day",
  "lib/phone",
  "lib/platforms/facts",
  "lib/platforms/naming",
  "lib/platforms/starters",
  "lib/practices/asking-rules",
  "lib/practices/platform-rules",
  "lib/rooms/meeting-key",
  "lib/safeguards/starters",
  "lib/typed-name",
  "lib/platforms/of-record",
  "lib/platform-requests/making-rules",
  "lib/consents/consent-state",
  "lib/consents/records-route",
  "lib/documents/signed-record",
  "lib/documents/paper/sentences",
  "lib/documents/paper/english",
  "lib/documents/paper/spanish",
  "lib/documents/paper/times",
  "lib/documents/verifying/integrity-sentences",
  "lib/documents/verifying/sentences",
];

/** Every exception there is, with its reason. One that nobody needs any more fails the test too. */
export const exceptions: Readonly<Record<Rule, Readonly<Record<string, string>>>> = {
  "screens reach data through lib alone": {},
  "the product knows neither screens nor frameworks": {},
  "factories and the demo are for tests, the start and the command line": {
    "scripts/commands/demo.ts": "loads the demo again on request",
    "server/prepare.ts": "loads the demo into an empty installation",
  },
  "nouns import leftwards only": {
    "lib/audit/tell-events.ts": "entries are told with the titles of the texts they are about",
    "lib/auth/owe-sign-in-message.ts": "a sign-in link is a message owed like any other",
  },
  "what one page shows is asked for by pages": {
    "lib/consents/export-board.ts": "the file holds what the board shows",
  },
  "what opens a writing transaction records an event": {
    "db/factories.ts": "facts for tests; the operations under test record",
    "lib/access-tests/draw-access-test.ts": "that a sample was asked for is the fact; drawing it is none",
    "lib/audit/try-signing.ts": "a trail that cannot be signed is noted beside it: it may be broken",
    "lib/auth/owe-sign-in-message.ts": "being asked for a link is no fact about a practice; its delivery is",
    "lib/disclosures/ask-preview.ts": "a picture of a draft is no fact, and goes with the draft",
    "lib/disclosures/save-draft.ts":
      "a text being written is no fact yet; beginning, discarding and publishing it are",
    "lib/documents/draw-owed-previews.ts": "a picture of a draft is no fact, and goes with the draft",
    "lib/work/owe-word-of-copies.ts": "that word is owed is no fact yet; its delivery is",
  },
  "time stands still for tests and the demo alone": {
    "db/demo/load.ts": "makes the demo's past",
    "lib/audit/record-event.ts": "time never runs against the sequence, unless the demo makes its past",
    "lib/in-practice.ts": "the one reader",
  },
  "sign-in has its transactions to itself": {
    "lib/in-practice.ts": "where it is made",
    "scripts/commands/installed.ts": "the command line names practices by their slugs",
  },
  "sign-in has its tables to itself": {
    "db/demo/load.ts": "looks whether the demo is there",
    "db/demo/play-story.ts": "acts as the mailbox of a demo patient",
    "db/factories.ts": "makes practices that can be signed in to",
    "db/factory-people.ts": "makes people who can sign in",
    "scripts/commands/installed.ts": "the command line names practices by their slugs",
  },
  "only sweeps look across practices": {
    "db/demo/load.ts": "looks whether the demo is there",
    "lib/documents/seal-owed-documents.ts": "the sweep that seals",
    "lib/in-practice.ts": "where it is made",
    "lib/work/look.ts": "the looks of the sweeps",
  },
  "nobody reaches the pool past inPractice": {
    "db/client.ts": "where it is made",
    "lib/in-practice.ts": "the only way to tenant data",
    "lib/work/readiness.ts": "must answer when no transaction can be had",
    "scripts/commands/installed.ts": "checks the role before it works",
    "server/web.ts": "checks the role before it serves",
    "server/worker.ts": "checks the role before it works, and listens",
  },
  "the environment is parsed in one place": {
    "db/client.ts": "DATABASE_URL of this moment: tests and the supervisor set it late",
    "lib/env.ts": "the one parser",
  },
  "nothing is printed by the product": {
    "lib/work/report-fault.ts": "the one way out for a fault that does not stop a sweep",
  },
  "an action is built by staffAction, patientAction or publicAction": {
    "app/_i18n/choose-language.ts": "sets a cookie for anybody, before anybody is known",
  },
  "what a patient's form does is bound on the server": {},
  "no file is over 250 lines": {
    "db/demo/harbor-patients.ts": "one list: who is in the demo and what happened to them",
    "server/front-door.test.ts": "one server with everything that can be thrown at it",
  },
};
