import { recordEvent, recordEvents } from "@/lib/audit/record-event";
import { beginSession, type Opened } from "@/lib/auth/begin-session";
import { lookAtQuestionLink, noteOpened } from "@/lib/auth/question-links";
import type { Visitor } from "@/lib/auth/visitor";
import { type PatientContext, systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { askedByLink, missesCountSince } from "./asked-by-link";
import type { ProveFirstEntryInput } from "./input";
import { lockPatients } from "./queries";
import type { QuestionLinkRefusal } from "./rules";
import { judgeSecondFact, keepFirstEntries } from "./second-fact";

type Outcome =
  | { opened: Opened }
  | { refusal: QuestionLinkRefusal; details?: { left: number; phone: string } };

/**
 * Lets somebody in by the link of a question mail, as long as the question waits and as often as they like, for the
 * second fact of whom it asks: the link itself says who, and nothing else.
 */
export async function comeInByQuestion(
  visitor: Visitor,
  { token, ...proof }: { token: string } & ProveFirstEntryInput,
): Promise<Opened> {
  const link = await lookAtQuestionLink(token);
  if (!link) throw new Refused("link-unknown");
  const { practiceId, userId, patientId } = link;
  const system = systemContext(practiceId, "web");
  const outcome = await inPractice(
    system,
    (tx) => lockPatients(tx, system, [patientId]),
    async (tx, now): Promise<Outcome> => {
      const asked = await askedByLink(tx, system, link);
      if (!asked) return { refusal: "link-unknown" };
      const { patient, place } = asked;
      if (!place) return { refusal: "question-settled" };
      const authentication = "question-link";
      const arrival = { ...visitor, authentication, authenticatedAt: now } as const;
      const ctx: PatientContext = {
        kind: "patient",
        practiceId,
        userId,
        patientIds: [],
        route: "portal",
        arrival,
      };
      const since = await missesCountSince(tx, ctx, link, patient);
      const judged = await judgeSecondFact(tx, ctx, [patient], proof, now, since);
      if ("refusal" in judged) {
        await recordEvents(tx, ctx, judged.missed);
        const { phone } = await getPractice(tx, ctx);
        return { refusal: judged.refusal, details: { left: judged.left, phone } };
      }
      const proven = patient.isProven ? [] : await keepFirstEntries(tx, ctx, judged, now);
      await noteOpened(tx, link, now);
      const entering = { userId, practiceId, landing: place };
      const begun = await beginSession(tx, now, entering, authentication, visitor);
      await recordEvents(tx, ctx, proven);
      await recordEvent(tx, begun.ctx, begun.event);
      return { opened: begun.opened };
    },
  );
  if ("opened" in outcome) return outcome.opened;
  throw new Refused(outcome.refusal, outcome.details);
}
