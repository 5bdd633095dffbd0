import { expect, test } from "vitest";
import type { ActionState } from "@/app/action";
import { askCopies } from "./ask-copies";
import type { SaidProblem } from "./preview";

const unchecked = (language: string, state: string): SaidProblem => ({
  field: "texts",
  reason: "paper-unchecked",
  details: { language, state },
  sentence: "",
});
const refused = { ok: false, message: "Not begun.", fields: {}, typed: {} } as const;

async function asked(problems: SaidProblem[], answer: ActionState) {
  const languages: string[] = [];
  const refusal = await askCopies(problems, async (language) => {
    languages.push(language);
    return answer;
  });
  return { languages, refusal };
}

test("each copy nobody asked for is asked for once", async () => {
  const problems = [unchecked("en", "unasked"), unchecked("es", "unasked")];
  expect(await asked(problems, { ok: true, value: null })).toEqual({
    languages: ["en", "es"],
    refusal: null,
  });
});

test("a copy that is being drawn is not asked for again", async () => {
  expect(await asked([unchecked("en", "waiting")], refused)).toEqual({ languages: [], refusal: null });
});

test("a refusal is said at once and nothing more is asked", async () => {
  const problems = [unchecked("en", "unasked"), unchecked("es", "unasked")];
  expect(await asked(problems, refused)).toEqual({ languages: ["en"], refusal: "Not begun." });
});
