import { z } from "zod";
import { comingDay } from "@/lib/coming-day";
import { languages } from "@/lib/languages";
import { hindrances, whyNotDays } from "./making-rules";
import { wishStates } from "./rules";

/** A field that may stay empty: a form sends "" for it, or nothing. */
const orNothing = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || null);

const dayOrNothing = z
  .union([z.literal(""), comingDay])
  .optional()
  .transform((day) => day || null);

const platformOrNothing = z
  .union([z.literal(""), z.uuid()])
  .optional()
  .transform((id) => id || null);

/** The words of something else stand in a field of their own, since a form sends every field it has. */
export const makeWishInput = z
  .strictObject({
    patientId: z.uuid(),
    /** A platform by its id, or one of the two that name none. */
    wish: z.union([z.literal("something-else"), z.literal("not-sure"), z.uuid()], { error: "choose-one" }),
    other: orNothing(500),
    reason: orNothing(2_000),
    /** Phone or in person for the next appointment. */
    next: platformOrNothing,
  })
  .superRefine(({ wish, other }, context) => {
    if (wish === "something-else" && !other)
      context.addIssue({ code: "custom", path: ["other"], message: "say-what-else" });
  });
export type MakeWishInput = z.output<typeof makeWishInput>;

type Days = Parameters<typeof whyNotDays>[0];

function checkDays(days: Days, context: z.RefinementCtx) {
  const refusal = whyNotDays(days);
  if (refusal) context.addIssue({ code: "custom", path: [refusal.field], message: refusal.reason });
}

export const proposePlatformInput = z
  .strictObject({
    patientId: z.uuid(),
    platformId: z.uuid({ error: "choose-one" }),
    decision: z.enum(["yes", "trial"]),
    fromOn: comingDay,
    trialUntil: dayOrNothing,
    reviewOn: dayOrNothing,
  })
  .superRefine(checkDays);
export type ProposePlatformInput = z.output<typeof proposePlatformInput>;

export const answerWishInput = z
  .strictObject({
    wishId: z.uuid(),
    decision: z.enum(["yes", "trial", "talk", "not-possible"]),
    platformId: platformOrNothing,
    fromOn: dayOrNothing,
    trialUntil: dayOrNothing,
    reviewOn: dayOrNothing,
    hindrance: z
      .union([z.literal(""), z.enum(hindrances)])
      .optional()
      .transform((word) => word || null),
    words: orNothing(2_000),
    wordsLanguage: z.enum(languages).optional(),
  })
  .superRefine((answer, context) => {
    checkDays(answer, context);
    if (answer.decision !== "not-possible") return;
    if (!answer.hindrance)
      context.addIssue({ code: "custom", path: ["hindrance"], message: "say-what-hinders" });
    if (answer.hindrance === "own-words" && !answer.words)
      context.addIssue({ code: "custom", path: ["words"], message: "say-what-hinders" });
  });
export type AnswerWishInput = z.output<typeof answerWishInput>;

/** What stood on the screen: a decision taken meanwhile by the other side is told before one's own counts. */
export const decideWishInput = z.strictObject({ wishId: z.uuid(), seen: z.enum(wishStates) });
export type DecideWishInput = z.output<typeof decideWishInput>;

export const aboutWishInput = z.strictObject({ wishId: z.uuid() });
export type AboutWishInput = z.output<typeof aboutWishInput>;

export const chooseNextAppointmentInput = z.strictObject({
  patientId: z.uuid(),
  platformId: z.uuid({ error: "choose-one" }),
});
export type ChooseNextAppointmentInput = z.output<typeof chooseNextAppointmentInput>;

export const endNextAppointmentInput = z.strictObject({ choiceId: z.uuid() });
export type EndNextAppointmentInput = z.output<typeof endNextAppointmentInput>;
