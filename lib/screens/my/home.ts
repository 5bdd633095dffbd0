import { listPatientConsents, type PatientConsent } from "@/lib/consents/consents-of-patients";
import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { listDisclosures } from "@/lib/disclosures/queries";
import { needsWriting } from "@/lib/disclosures/rules";
import { recordsStates } from "@/lib/electronic-records/records-state";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { readingMinutes } from "@/lib/markdown/markdown";
import { getShownPatients } from "@/lib/patients/queries";
import { whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { earlierAnswer, whatCounts } from "@/lib/requests/question";
import { byNeed } from "@/lib/requests/sitting";
import { hasClaims } from "@/lib/safeguards/queries";
import { troublesToNote } from "@/lib/screens/desk/troubles";
import { nextSessions } from "@/lib/wishes/next-sessions";
import { listWishes } from "@/lib/wishes/queries";
import { wishState } from "@/lib/wishes/rules";

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
  /** It is read here and signed on paper. */
  isOnPaper: boolean;
};

/** The first page of a patient: what there is to read, what they wanted to talk about, for each person they act for. */
export async function homePage(ctx: PatientContext, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getShownPatients(tx, ctx, ctx.patientIds);
    const consents = await listPatientConsents(tx, ctx, ctx.patientIds, language, now);
    const onPaper = await onPaperAmong(tx, ctx, consents, now);
    const meeting = await whereTheyMeet(tx, ctx, ctx.patientIds, now);
    const wishes = await listWishes(tx, ctx, ctx.patientIds);
    const next = await nextSessions(tx, ctx, ctx.patientIds);
    const day = today(now, timeZone);
    const own = patients.filter(({ mailboxOf }) => mailboxOf === "patient");
    return {
      now,
      practice: { name, phone, timeZone, crisisLine },
      /** The practice says how it protects sessions. */
      hasClaims: await hasClaims(tx, ctx),
      troubles: await troublesToNote(tx, ctx, language, now),
      /** Whom to greet by name: a parent who acts for a child is not in our books. */
      greeted: own[0]?.calledName ?? null,
      people: patients.map(({ id, calledName }) => {
        const theirs = consents.filter(({ patientId }) => patientId === id);
        const open = openQuestions(theirs, day, onPaper(id));
        const agreed = wishes.filter(
          (wish) => wish.patientId === id && wishState(wish, now, day) === "agreed",
        );
        /** Another way to meet is agreed on or proposed, and waits to be read. */
        const waysToRead = agreed.map((wish) => wish.id);
        return { id, calledName, meets: meeting(id), next: next(id), waysToRead, ...open };
      }),
    };
  });
}

async function onPaperAmong(tx: Tx, ctx: PatientContext, consents: readonly PatientConsent[], now: Date) {
  const requests = consents.flatMap((consent) => consent.requests);
  const disclosures = await listDisclosures(tx, ctx);
  const of = { patientIds: ctx.patientIds, disclosures, requests };
  const standingOf = await recordsStates(tx, ctx, of, now);
  return (patientId: string) => standingOf(patientId).route === "paper";
}

/** In the order they were asked, which is the order of "2 of 4". */
function openQuestions(consents: readonly PatientConsent[], day: string, onPaper: boolean) {
  const byKind = byNeed<{ kind: DisclosureKind }>(({ kind }) => kind);
  const open = consents
    .flatMap(({ state, requests, current, disclosure }) => {
      const place = requests.find(({ id }) => id === state.question?.requestId);
      return state.question && current && place
        ? [{ question: state.question, state, current, kind: disclosure.kind }]
        : [];
    })
    .toSorted(
      (a, b) =>
        byKind(a, b) ||
        a.question.askedAt.getTime() - b.question.askedAt.getTime() ||
        a.question.requestId.localeCompare(b.question.requestId),
    );
  const toRead = open
    .filter(({ question }) => !question.talkFirstSince)
    .map(
      ({ question, state, current, kind }): HomeQuestion => ({
        requestId: question.requestId,
        ...titled(current),
        minutes: readingMinutes(current.body),
        dueOn: question.dueOn && question.dueOn >= day ? question.dueOn : null,
        isNewer: state.due,
        isOnPaper: onPaper && needsWriting(kind),
      }),
    );
  const talking = open.flatMap(({ question: { requestId, talkFirstSince }, state, current }) =>
    talkFirstSince
      ? [{ requestId, ...titled(current), since: talkFirstSince, counting: whatCounts(earlierAnswer(state)) }]
      : [],
  );
  return { toRead, talking };
}

function titled({ title, language }: { title: string; language: Language }) {
  return { title, language };
}
