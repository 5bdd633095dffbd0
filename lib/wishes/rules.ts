import type { conversationOutcomes, Placement, wishAnswers } from "@/db/schema";
import { countingPlacement } from "@/lib/platforms/platform-of-record";

export type Side = "patient" | "practice";
export type WishAnswer = typeof wishAnswers.$inferSelect;
export type PlacedFacts = Pick<
  Placement,
  "platformId" | "since" | "until" | "placedAt" | "origin" | "wishId"
>;
export type Ending = "taken-back" | "declined" | "gone-back" | "kept";

/** What is known about one wish to meet another way. The side of a fact is whose hand caused it. */
export type WishFacts = {
  id: string;
  wish: "platform" | "something-else" | "not-sure";
  side: Side;
  wantedAt: Date;
  answers: readonly Pick<
    WishAnswer,
    "decision" | "platformId" | "fromOn" | "trialUntil" | "reviewOn" | "answeredAt"
  >[];
  /** The last conversation about it; its outcome is null while it goes on. */
  talk: {
    outcome: typeof conversationOutcomes.$inferSelect.outcome | null;
    concludedAt: Date | null;
  } | null;
  acknowledgedAt: Date | null;
  endings: Partial<Record<Ending, { at: Date; side: Side }>>;
  /** Every placement of the patient, of whatever origin. */
  placements: readonly PlacedFacts[];
};

export const wishStates = [
  /** Nobody has answered. */
  "waiting",
  /** A conversation about it is open. */
  "talking",
  /** It was talked about, and the patient wants time. */
  "thinking",
  /** It was talked about, and nothing changes. */
  "stays",
  /** Yes, or a trial; the patient has not read what is different there. */
  "agreed",
  /** The last day of the trial passed before it was read. */
  "lapsed",
  "not-possible",
  /** Read, and its first day is still to come. */
  "upcoming",
  "in-trial",
  "trial-over",
  "in-use",
  "kept",
  /** It was in use until something else was agreed on. */
  "followed",
  "gone-back",
  "taken-back",
  "declined",
] as const;
export type WishState = (typeof wishStates)[number];

export function finalAnswer<Answer extends { decision: WishAnswer["decision"] }>(wish: {
  answers: readonly Answer[];
}): Answer | null {
  return wish.answers.find(({ decision }) => decision !== "talk") ?? null;
}

/** Where a wish stands; `today` is the calendar day in the practice's zone. */
export function wishState(facts: WishFacts, now: Date, today: string): WishState {
  const { endings } = facts;
  if (endings["gone-back"]) return "gone-back";
  if (endings["taken-back"]) return "taken-back";
  if (endings.declined) return "declined";
  const answer = finalAnswer(facts);
  if (!answer) return stateOfTalk(facts);
  if (answer.decision === "not-possible") return "not-possible";
  if (!facts.acknowledgedAt) return answer.trialUntil && answer.trialUntil < today ? "lapsed" : "agreed";
  return stateOfUse(facts, now);
}

function stateOfTalk({ talk, wish }: WishFacts): WishState {
  if (!talk) return "waiting";
  switch (talk.outcome) {
    case null:
      return "talking";
    case "wants-time":
      return "thinking";
    case "stays-as-it-is":
      return "stays";
    case "questions-answered":
      return wish === "not-sure" ? "stays" : "waiting";
    default:
      return "waiting";
  }
}

function stateOfUse({ id, placements, endings }: WishFacts, now: Date): WishState {
  const own = placements.filter(({ wishId }) => wishId === id);
  const placed = own.find(({ origin }) => origin === "request");
  if (!placed || placed.since > now) return "upcoming";
  const ownLast = Math.max(...own.map(({ placedAt }) => placedAt.getTime()));
  const later = placements.some(
    (one) =>
      one.wishId !== id &&
      one.placedAt.getTime() > ownLast &&
      one.since <= now &&
      !neverBegan(one, placements),
  );
  if (placed.until && placed.until <= now && !endings.kept) return later ? "followed" : "trial-over";
  if (countingPlacement(placements, now)?.wishId !== id) return "followed";
  if (endings.kept) return "kept";
  return placed.until ? "in-trial" : "in-use";
}

/** Taken back before its first moment. */
function neverBegan({ wishId, since }: PlacedFacts, placements: readonly PlacedFacts[]): boolean {
  return placements.some(
    (one) => wishId && one.origin === "back" && one.wishId === wishId && one.since <= since,
  );
}

const open: readonly WishState[] = ["waiting", "talking", "thinking", "agreed", "upcoming"];

/** Something is still to be said or read; another wish waits until then. */
export function isOpen(state: WishState): boolean {
  return open.includes(state);
}

/** They meet this way because of it. */
export function isMetOn(state: WishState): boolean {
  return state === "in-use" || state === "in-trial" || state === "kept";
}

export type Step = "answer" | "take-back" | "decline" | "acknowledge" | "keep" | "go-back";

/** What a side may do next: the patient acknowledges by signing, the practice by noting that it was explained. */
export function nextSteps(
  wish: { side: Side; answers: readonly Pick<WishAnswer, "decision" | "reviewOn">[] },
  state: WishState,
  side: Side,
): Step[] {
  const isOwn = wish.side === side;
  switch (state) {
    case "waiting":
    case "talking":
    case "thinking":
      return isOwn ? ["take-back"] : ["answer"];
    case "agreed":
      if (isOwn) return ["acknowledge", "take-back"];
      return side === "patient" ? ["acknowledge", "decline"] : ["acknowledge"];
    case "upcoming":
      if (isOwn) return ["take-back"];
      return side === "patient" ? ["decline"] : [];
    case "in-trial":
    case "trial-over":
      return ["keep", "go-back"];
    case "in-use":
      return finalAnswer(wish)?.reviewOn ? ["keep", "go-back"] : ["go-back"];
    case "kept":
      return ["go-back"];
    default:
      return [];
  }
}

export type StepRefusal =
  | "wish-not-answered"
  | "already-answered-wish"
  | "wish-not-read"
  | "wish-already-read"
  | "wish-not-possible"
  | "wish-not-begun"
  | "wish-in-use"
  | "wish-trial-over"
  | "wish-kept"
  | "wish-followed"
  | "wish-lapsed"
  | "wish-stays"
  | "wish-gone-back"
  | "wish-taken-back"
  | "wish-declined"
  | "wish-of-the-other-side"
  | "wish-of-ones-own";

const closed: Partial<Record<WishState, StepRefusal>> = {
  stays: "wish-stays",
  lapsed: "wish-lapsed",
  followed: "wish-followed",
  "not-possible": "wish-not-possible",
  "gone-back": "wish-gone-back",
  "taken-back": "wish-taken-back",
  declined: "wish-declined",
};

/** Why a side cannot take this step now. */
export function whyNotStep(
  wish: Parameters<typeof nextSteps>[0],
  state: WishState,
  side: Side,
  step: Step,
): StepRefusal | null {
  if (nextSteps(wish, state, side).includes(step)) return null;
  if (step === "answer" && finalAnswer(wish) && !endedBefore(state)) return "already-answered-wish";
  const over = closed[state];
  if (over) return over;
  if (step === "take-back" && wish.side !== side) return "wish-of-the-other-side";
  if ((step === "decline" || step === "answer") && wish.side === side) return "wish-of-ones-own";
  switch (state) {
    case "agreed":
      return "wish-not-read";
    case "upcoming":
      return step === "acknowledge" ? "wish-already-read" : "wish-not-begun";
    case "trial-over":
      return "wish-trial-over";
    case "kept":
      return step === "keep" ? "wish-kept" : "wish-in-use";
    case "in-use":
    case "in-trial":
      return step === "acknowledge" ? "wish-already-read" : "wish-in-use";
    default:
      return "wish-not-answered";
  }
}

function endedBefore(state: WishState): boolean {
  return state === "taken-back" || state === "declined" || state === "gone-back";
}

/** Who ended it, for a refusal that says so to the other: seen from `side`. */
export function endedBy({ endings }: WishFacts, side: Side): "own" | Side {
  const last = endings["gone-back"] ?? endings["taken-back"] ?? endings.declined ?? endings.kept;
  return !last || last.side === side ? "own" : last.side;
}

/** The day to look at it again together has come, and neither side has said how it goes on. */
export function isReviewDue(wish: Pick<WishFacts, "answers">, state: WishState, today: string): boolean {
  if (state === "trial-over") return true;
  const reviewOn = finalAnswer(wish)?.reviewOn;
  return (state === "in-trial" || state === "in-use") && reviewOn != null && reviewOn <= today;
}

/** Since when the practice owes an answer: the wish, or the conversation after which it would decide. Null: it owes none. */
export function owedSince({ wantedAt, talk, side }: WishFacts, state: WishState): Date | null {
  if (state !== "waiting" || side === "practice") return null;
  return talk?.concludedAt ?? wantedAt;
}
