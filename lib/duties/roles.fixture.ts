import { noteEarlierAgreement } from "@/lib/agreements/note-earlier-agreement";
import { openAgreement } from "@/lib/agreements/open-agreement";
import { answerRequest } from "@/lib/answers/answer-request";
import { correctAnswer } from "@/lib/answers/correct-answer";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { endNotice } from "@/lib/requests/end-notice";
import type { Attempt } from "@/lib/roles.fixture";
import { patientPage } from "@/lib/screens/desk/patient";
import { recordWithdrawal } from "@/lib/withdrawals/record-withdrawal";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { makeDisclosure } from "@/test/factories";
import { completeDuty } from "./complete-duty";
import { listOpenDuties } from "./queries";

type World = Parameters<Attempt["run"]>[1];

/** What follows from taking back, and what is corrected or carried over, one attempt each. */
export const dutyAttempts: Attempt[] = [
  {
    ability: "record-withdrawals",
    name: "recordWithdrawal",
    about: "patient",
    run: async (ctx, world) => {
      await recordWithdrawal(ctx, { answerId: await answered(world), itemIds: null, route: "phone" });
    },
  },
  {
    ability: "complete-duties",
    name: "completeDuty",
    about: "patient",
    run: async (ctx, world) => {
      await withdrawAnswer(world.patientCtx, { answerId: await answered(world), itemIds: null });
      const { owner } = world.made;
      const [duty] = await readPractice(owner, (tx) => listOpenDuties(tx, owner));
      await completeDuty(ctx, { dutyIds: [duty?.id ?? ""] });
    },
  },
  {
    ability: "correct-answers",
    name: "correctAnswer",
    about: "patient",
    run: async (ctx, world) => {
      await correctAnswer(ctx, { answerId: await answered(world), reason: "Somebody else answered." });
    },
  },
  {
    ability: "end-notices",
    name: "endNotice",
    about: "patient",
    run: async (ctx, world) => {
      const { requestId } = await asked(world, "privacy-notice");
      await endNotice(ctx, { requestId, outcome: "unable", reason: "Tried on two visits." });
    },
  },
  {
    ability: "note-agreements",
    name: "noteEarlierAgreement",
    about: "patient",
    run: async (ctx, world) => {
      await filed(ctx, world);
    },
  },
  {
    ability: "open-documents",
    name: "openAgreement",
    about: "patient",
    run: async (ctx, world) => {
      const { agreementId } = await filed(world.made.owner, world);
      await openAgreement(ctx, agreementId);
    },
  },
  {
    ability: "read-reasons",
    name: "patientPage",
    about: "patient",
    run: async (ctx, world) => {
      const answerId = await answered(world);
      await correctAnswer(world.made.owner, { answerId, reason: "Somebody else answered." });
      const { corrections } = await patientPage(ctx, world.patient.id, "en");
      if (!corrections.get(answerId)?.reason) throw new Refused("not-your-role");
    },
  },
];

async function asked({ made, patient, patientCtx }: World, kind: DisclosureKind) {
  const text = await makeDisclosure(made, { kind });
  return { text, requestId: await ask(made, patientCtx, patient.id, text.disclosure.id) };
}

async function answered(world: World) {
  const { text, requestId } = await asked(world, "email-risk");
  const { answerId } = await answerRequest(world.patientCtx, answerTo(requestId, text));
  return answerId;
}

async function filed(ctx: Parameters<typeof noteEarlierAgreement>[0], { made, patient }: World) {
  const { disclosure } = await makeDisclosure(made);
  const about = { patientId: patient.id, disclosureId: disclosure.id, uses: ["look back"] };
  const file = { name: "a.pdf", bytes: Buffer.from("%PDF-1.4") };
  return noteEarlierAgreement(
    ctx,
    { ...about, form: "paper", agreedOn: "2024-03-01", wordsLanguage: "en" },
    file,
  );
}
