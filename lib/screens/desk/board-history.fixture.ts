import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { messageFailures, messages, patients } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { correctAnswer } from "@/lib/answers/correct-answer";
import { startAnswer } from "@/lib/answers/start-answer";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { listOpenConversations } from "@/lib/conversations/queries";
import { talkFirst } from "@/lib/conversations/talk-first";
import { today } from "@/lib/dates";
import { changeAudience } from "@/lib/disclosures/change-audience";
import { completeDuty } from "@/lib/duties/complete-duty";
import { listOpenDuties } from "@/lib/duties/queries";
import { inPractice, readPractice } from "@/lib/in-practice";
import { addPatient } from "@/lib/patients/add-patient";
import { archivePatient } from "@/lib/patients/archive-patient";
import { editPatient } from "@/lib/patients/edit-patient";
import { restorePatient } from "@/lib/patients/restore-patient";
import { checkedFact } from "@/lib/platforms/listed.fixture";
import { noteFact } from "@/lib/platforms/note-fact";
import { placePatient } from "@/lib/platforms/place-patient";
import { makeMeeting } from "@/lib/platforms/placing.fixture";
import { setDefault } from "@/lib/platforms/set-default";
import { retireDisclosure } from "@/lib/publishing/retire-disclosure";
import { askPatients } from "@/lib/requests/ask-patients";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { declineRequest } from "@/lib/requests/decline-request";
import { endNotice } from "@/lib/requests/end-notice";
import { openRequest } from "@/lib/requests/open-request";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { makeDisclosure, makePatient, makeStaff, makeVersion, testAddress } from "@/test/factories";

const days = (now: Date, count: number) => new Date(now.getTime() + count * 86_400_000);

/** A practice in which anything may happen: each step by its number of a patient and of a text. */
export async function boardHistory() {
  const { made, zoom, meet, phone } = await makeMeeting();
  const colleague = await makeStaff(made, { roles: ["therapist"] });
  const kinds = [
    "recording-consent",
    "platform-disclosure",
    "video-sharing-consent",
    "electronic-records-consent",
    "privacy-notice",
  ] as const;
  const texts: Awaited<ReturnType<typeof makeDisclosure>>[] = [];
  for (const kind of kinds) texts.push(await makeDisclosure(made, { kind }));
  const people: PatientContext[] = [];
  for (const legalName of ["Ana Ruiz", "Ben Ode", "Zoë Silent"])
    people.push((await makePatient(made, { legalName })).ctx);
  const versions = texts.map(({ disclosure, ...text }) => [{ disclosureId: disclosure.id, ...text }]);
  const { owner, office, system } = made;

  const at = <T>(list: readonly T[], n: number): T => {
    const found = list[n % list.length];
    if (found === undefined) throw new Error("There is nothing to choose from");
    return found;
  };
  const patientId = (n: number) => at(at(people, n).patientIds, 0);
  const textId = (n: number) => at(texts, n).disclosure.id;
  const factsOf = (n: number) => readPractice(owner, (tx) => listRequestFacts(tx, owner, [patientId(n)]));
  const openOf = async (n: number, text: number) => {
    const facts = (await factsOf(n)).filter(({ answer, cancelledAt }) => !answer && !cancelledAt);
    return at([...facts.filter(({ disclosureId }) => disclosureId === textId(text)), ...facts], 0);
  };
  const answerOf = async (n: number, text: number) =>
    at(
      (await factsOf(n)).flatMap(({ answer }) => answer ?? []),
      text,
    );
  const rowOf = (n: number) =>
    inPractice(system, async (tx) =>
      at(
        await tx
          .select()
          .from(patients)
          .where(eq(patients.id, patientId(n))),
        0,
      ),
    );
  const edit = async (n: number, change: Partial<Awaited<ReturnType<typeof rowOf>>>) => {
    const { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId, mailboxOf } =
      await rowOf(n);
    const loaded = { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId, mailboxOf };
    const next = { ...loaded, ...change };
    if (next.email === null) next.mailboxOf = null;
    else next.mailboxOf ??= "patient";
    await editPatient(owner, { ...next, patientId: patientId(n), loaded });
  };

  const steps: Record<string, (n: number, text: number, now: Date) => Promise<unknown>> = {
    ask: (n, text, now) =>
      askPatients(owner, {
        patientIds: n % 3 ? people.map((_, index) => patientId(index)) : [patientId(n)],
        disclosureIds: text % 3 ? texts.map(({ disclosure }) => disclosure.id) : [textId(text)],
        dueOn: today(days(now, 3), "America/Los_Angeles"),
        note: "They asked for it.",
      }),
    open: async (n, text) => {
      const { id: requestId, versionId } = await openOf(n, text);
      await openRequest(at(people, n), { requestId, versionId });
    },
    answer: async (n, text) => {
      const open = await openOf(n, text);
      const about = at(
        versions,
        texts.findIndex(({ disclosure }) => disclosure.id === open.disclosureId),
      );
      const { legalName: printedName } = await rowOf(n);
      for (const { version, items, texts } of about.toReversed()) {
        const answers = Object.fromEntries(
          items.map(({ id }, index) => [id, (n + text + index) % 3 === 0 ? "no" : "yes"] as const),
        );
        const shown = { versionId: version.id, language: "en" as const, textSha256: texts.en.textSha256 };
        const given = { requestId: open.id, ...shown, answers, printedName, mark: null };
        if (await isDone(answerRequest(at(people, n), given))) return;
      }
    },
    start: (n, text) => startAnswer(at(people, n), { patientId: patientId(n), disclosureId: textId(text) }),
    talk: async (n, text) => talkFirst(at(people, n), (await openOf(n, text)).id),
    conclude: async (_, text) => {
      const open = await readPractice(owner, (tx) => listOpenConversations(tx, owner));
      const outcome = at(["questions-answered", "wants-time", "will-not-be-asked"] as const, text);
      await concludeConversation(owner, { conversationIds: [at(open, 0).id], outcome, note: "" });
    },
    cancel: async (n, text) => cancelRequest(owner, (await openOf(n, text)).id),
    decline: async (n, text) => declineRequest(at(people, n), (await openOf(n, text)).id),
    endNotice: async (n) => {
      const { id: requestId } = await openOf(n, kinds.indexOf("privacy-notice"));
      await endNotice(owner, { requestId, outcome: "unable", reason: "They could not." });
    },
    takeBack: async (n, text) => {
      const answer = await answerOf(n, text);
      const yes = answer.items.filter((item) => item.answer === "yes" && !item.withdrawnAt);
      await withdrawAnswer(at(people, n), { answerId: answer.id, itemIds: [at(yes, text).itemId] });
    },
    takeAllBack: (n) => withdrawEverything(at(people, n), { patientId: patientId(n) }),
    correct: async (n, text) =>
      correctAnswer(owner, { answerId: (await answerOf(n, text)).id, reason: "It was another's." }),
    complete: async () => {
      const open = await readPractice(owner, (tx) => listOpenDuties(tx, owner));
      await completeDuty(owner, { dutyIds: [at(open, 0).id], note: "Done." });
    },
    archive: (n) => archivePatient(office, { patientId: patientId(n) }),
    restore: (n) => restorePatient(office, { patientId: patientId(n) }),
    rename: (n, text) => edit(n, { legalName: at(["Adam Ruiz", "Yara Ode", "Ben Ode"], text) }),
    readdress: (n, text) => edit(n, { email: text % 2 ? null : testAddress() }),
    handOver: async (n) => {
      const { treatingStaffId } = await rowOf(n);
      const isHers = treatingStaffId === colleague.staffId;
      await edit(n, { treatingStaffId: isHers ? made.therapist.staffId : colleague.staffId });
    },
    add: async () => {
      const { id } = await addPatient(owner, {
        legalName: "Carl New",
        calledName: null,
        email: testAddress(),
        phone: null,
        language: "en",
        dateOfBirth: "1990-02-03",
        treatingStaffId: made.therapist.staffId,
      });
      people.push({ ...at(people, 0), patientIds: [id] });
    },
    publish: async (n, text, now) => {
      const made = await newVersion(n, text, now);
      at(versions, text).push({ disclosureId: textId(text), ...made });
    },
    retire: (_, text) => retireDisclosure(owner, { disclosureId: textId(text) }),
    audience: (n, text) =>
      changeAudience(owner, {
        disclosureId: textId(text),
        audience: at(["everyone", "on-video", "recorded", "by-hand"] as const, n),
      }),
    place: (n, text, now) =>
      placePatient(owner, {
        patientId: patientId(n),
        platformId: at([zoom.id, meet.id, phone.id, null], text),
        from: text % 3 ? null : today(days(now, 4), "America/Los_Angeles"),
      }),
    move: (n, text, now) =>
      setDefault(owner, {
        platformId: at([zoom, meet, phone], n).id,
        from: text % 2 ? null : today(days(now, 6), "America/Los_Angeles"),
      }),
    fact: (n, text) => {
      const fact = { ...checkedFact(at([zoom, meet], n).id), checkedOn: "2026-01-12" };
      return noteFact(owner, { ...fact, value: text % 2 ? "yes" : "no" });
    },
    mailFails: (n, text, now) =>
      inPractice(system, async (tx) => {
        const owed = await tx
          .select()
          .from(messages)
          .where(eq(messages.patientId, patientId(n)));
        const messageId = at(owed, owed.length - 1).id;
        const kind = text % 2 ? ("refused" as const) : ("unreachable" as const);
        const row = { practiceId: system.practiceId, id: uuid(), messageId, kind, cause: "550" };
        await tx.insert(messageFailures).values({ ...row, failedAt: now, nextTryAt: days(now, 1) });
      }),
  };

  function newVersion(n: number, text: number, now: Date) {
    return makeVersion(made, textId(text), {
      change: n % 4 === 3 ? "editorial" : "material",
      effectiveFrom: n % 2 ? days(now, 5) : now,
      earlierAnswersUntil: n % 4 === 3 ? null : days(now, n % 2 ? 9 : 2),
      answersLastMonths: text % 2 ? 1 : null,
    });
  }

  return { made, colleague, texts, steps };
}

export async function isDone(act: Promise<unknown>): Promise<boolean> {
  return act.then(
    () => true,
    () => false,
  );
}
