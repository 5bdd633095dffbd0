import type { ActionState } from "@/app/action";

export type Answers = Record<string, "yes" | "no">;

/** What comes back to a page on which something is signed: where the person is, and what they had entered. */
export type SigningStep = {
  step: "read" | "review";
  answers: Answers;
  printedName: string;
  /** Whether they want to sign with a name the practice does not know; null when there is nothing to ask. */
  asks: string | null;
};

export type SigningState = ActionState<SigningStep>;

type Entered = Pick<SigningStep, "answers" | "printedName">;

/** Whether a name nobody here knows is meant, and the name it is about. */
export type NameQuestion = { question: string; name: string };

/** Another name is another signature: the question about the one before it is over. */
export function isStillAsked({ name }: NameQuestion, typed: string): boolean {
  return name === typed;
}

/** The other step, or the same, with everything that was entered. */
export function stepAt(step: SigningStep["step"], { answers, printedName }: Entered): SigningStep {
  return { step, answers, printedName, asks: null };
}

/** Where the person is and what they had entered, after a success as after a refusal. */
export function whereabouts(state: SigningState, typedName = "") {
  if (!state) return { step: "read" as const, answers: {}, name: typedName, asks: null, failure: null };
  if (state.ok) return { ...state.value, name: state.value.printedName || typedName, failure: null };
  const { typed, message } = state;
  const entered = Object.entries(typed).filter(([field]) => field.startsWith("answers."));
  const answers: Answers = Object.fromEntries(
    entered.map(([field, said]) => [field.slice("answers.".length), said === "yes" ? "yes" : "no"] as const),
  );
  const step = typed.step === "review" ? ("review" as const) : ("read" as const);
  return { step, answers, name: typed.printedName ?? typedName, asks: null, failure: message };
}
