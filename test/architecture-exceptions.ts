import type { Rule } from "@/test/architecture-rules";

/** Every exception there is, with its reason. One that nobody needs any more fails the test too. */
export const exceptions: Readonly<Record<Rule, Readonly<Record<string, string>>>> = {
  "screens reach data through lib alone": {},
  "the product knows neither screens nor frameworks": {},
  "the verifier needs nothing of ours": {},
  "the demo is for the start and the command line, fixtures are for tests": {
    "scripts/commands/demo.ts": "loads the demo again on request",
    "server/supervisor/prepare.ts": "loads the demo into an empty installation",
  },
  "a noun uses those before it": {
    "lib/auth/owe-sign-in-message.ts": "a sign-in link is a message owed like any other",
  },
  "what opens a writing transaction records an event": {
    "lib/electronic-records/draw-access-test.ts":
      "that a sample was asked for is the fact; drawing it is none",
    "lib/audit/try-signing.ts": "a trail that cannot be signed is noted beside it: it may be broken",
    "lib/audit/witnesses/show-checkpoint.ts":
      "what witnesses say stands beside the trail: an entry about it would ask for the next confirmation",
    "lib/auth/owe-sign-in-message.ts": "being asked for a link is no fact about a practice; its delivery is",
    "lib/drafts/ask-preview.ts": "a picture of a draft is no fact, and goes with the draft",
    "lib/drafts/save-draft.ts":
      "a text being written is no fact yet; beginning, discarding and publishing it are",
    "lib/documents/draw-owed-previews.ts": "a picture of a draft is no fact, and goes with the draft",
    "lib/sweeps/owe-copy-mails.ts": "that a mail is owed is no fact yet; its delivery is",
  },
  "time stands still for tests and the demo alone": {
    "demo/load.ts": "makes the demo's past",
    "lib/audit/record-event.ts": "time never runs against the sequence, unless the demo makes its past",
    "lib/in-practice.ts": "the one reader",
  },
  "sign-in has its transactions to itself": {
    "lib/in-practice.ts": "where it is made",
    "scripts/commands/installed.ts": "the command line names practices by their slugs",
  },
  "sign-in has its tables to itself": {
    "demo/load.ts": "looks whether the demo is there",
    "demo/play-story.ts": "acts as the mailbox of a demo patient",
    "scripts/commands/installed.ts": "the command line names practices by their slugs",
  },
  "only sweeps look across practices": {
    "demo/load.ts": "looks whether the demo is there",
    "lib/in-practice.ts": "where it is made",
    "lib/worker/find-due.ts": "where the sweeps find what is due",
  },
  "nobody reaches the pool past inPractice": {
    "db/client.ts": "where it is made",
    "lib/in-practice.ts": "the only way to tenant data",
    "lib/sweeps/readiness.ts": "must answer when no transaction can be had",
    "scripts/commands/installed.ts": "checks the role before it works",
    "server/web.ts": "checks the role before it serves",
    "server/worker.ts": "checks the role before it works, and listens",
  },
  "the environment is parsed in one place": {
    "db/client.ts": "DATABASE_URL of this moment: tests and the supervisor set it late",
    "lib/env.ts": "the one parser",
  },
  "nothing is printed by the product": {
    "lib/worker/report-fault.ts": "the one way out for a fault that does not stop a sweep",
  },
  "an address is doubted before anything it names is looked for": {},
  "an action is built by staffAction, patientAction or publicAction": {
    "app/_i18n/choose-language.ts": "sets a cookie for anybody, before anybody is known",
  },
  "what a patient's form does is bound on the server": {},
  "a property stands on its own line, and is not packed with others into a spread": {},
  "no file is over 250 lines": {
    "demo/harbor-patients.ts": "one list: who is in the demo and what happened to them",
    "server/door/front-door.test.ts": "one server with everything that can be thrown at it",
  },
};
