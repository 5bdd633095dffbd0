import { expect, test } from "vitest";
import { z } from "zod";
import { formValues, typedWords } from "./form-values";

function form(...entries: [string, string][]): FormData {
  const sent = new FormData();
  for (const [name, value] of entries) sent.append(name, value);
  return sent;
}

test("names with a point nest, names with brackets and names sent twice are lists", () => {
  const values = formValues(form(["answers.a", "yes"], ["answers.b", "no"], ["ids[]", "1"], ["day", "3"]));
  expect(values).toEqual({ answers: { a: "yes", b: "no" }, ids: ["1"], day: "3" });
  expect(formValues(form(["use", "a"], ["use", "b"]))).toEqual({ use: ["a", "b"] });
});

test("a strict schema reads what a form sent", () => {
  const schema = z.strictObject({ answers: z.record(z.string(), z.enum(["yes", "no"])) });
  expect(schema.parse(formValues(form(["$ACTION_ID_x", ""], ["answers.a", "yes"])))).toEqual({
    answers: { a: "yes" },
  });
});

test("hostile names reach no prototype and break nothing", () => {
  const values = formValues(
    form(["__proto__.admin", "1"], ["constructor.prototype.admin", "1"], ["a", "1"], ["a.b", "2"]),
  );
  expect(Object.getPrototypeOf(values)).toBeNull();
  expect(({} as { admin?: string }).admin).toBeUndefined();
  expect(values.a).toBe("1");
});

test("what was typed can be shown again", () => {
  expect(typedWords(form(["$ACTION_KEY", "k"], ["email", "ana@"]))).toEqual({ email: "ana@" });
  expect(typedWords({ email: "ana@" })).toEqual({});
});
