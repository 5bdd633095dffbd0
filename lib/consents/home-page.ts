import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readingMinutes } from "@/lib/disclosures/markdown";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { listStandingConsents, type StandingConsent } from "./of-patients";

export type HomeQuestion = {
  requestId: string;
  title: string;
  /** In which the text is written. */
  language: Language;
  minutes: number;
  /** The day by which an answer would help, until it is over. */
  dueOn: string | null;
  /** An earlier answer exists, and the text has changed since. */
  isNewer: boolean;
};

/** The first page of a patient: what there is to read, what they wanted to talk about, for each person they act for. */
export async function getHomePage(ctx: PatientContext, language: Language) {
  return readPractice(ctx, async (tx, now) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const standing = await listStandingConsents(tx, ctx, ctx.patientIds, language, now);
    const own = patients.filter(({ mailboxOf }) => mailboxOf === "patient");
    return {
      now,
      practice: { name, phone, timeZone, crisisLine },
      /** Whom to greet by name: a parent who acts for a child is not in our books. */
      greeted: own[0]?.calledName ?? null,
      people: patients.map(({ id, calledName }) => {
        const theirs = standing.filter(({ patientId }) => patientId === id);
        return { id, calledName, ...openQuestions(theirs, today(now, timeZone)) };
      }),
    };
  });
}

/** In the order they were asked, which is the order of "2 of 4". */
function openQuestions(consents: readonly StandingConsent[], day: string) {
  const open = consents
    .flatMap(({ state, requests, current }) => {
      const place = requests.find(({ id }) => id === state.question?.requestId);
      return state.question && current && place ? [{ question: state.question, state, current }] : [];
    })
    .toSorted(
      (a, b) =>
        a.question.askedAt.getTime() - b.question.askedAt.getTime() ||
        a.question.requestId.localeCompare(b.question.requestId),
    );
  const toRead = open
    .filter(({ question }) => !question.talkFirstSince)
    .map(
      ({ question, state, current }): HomeQuestion => ({
        requestId: question.requestId,
        title: current.title,
        language: current.language,
        minutes: readingMinutes(current.body),
        dueOn: question.dueOn && question.dueOn >= day ? question.dueOn : null,
        isNewer: state.due,
      }),
    );
  const talking = open.flatMap(({ question, current }) =>
    question.talkFirstSince
      ? [{ requestId: question.requestId, title: current.title, since: question.talkFirstSince }]
      : [],
  );
  return { toRead, talking };
}
