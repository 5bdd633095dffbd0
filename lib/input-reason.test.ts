import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { en } from "@/locales/en/texts";
import { es } from "@/locales/es/texts";
import { inputReason } from "./input-reason";

const root = path.resolve(import.meta.dirname, "..");
const files = ["lib", "app"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, file),
    ),
  )
  .filter((file) => file.endsWith("/input.ts"));

/** Every schema by which something is taken in, by the name it has in its file. */
const schemas = (
  await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = await import(path.join(root, file));
      return Object.entries(exported).flatMap(([name, value]): [string, z.ZodType][] =>
        value instanceof z.ZodType ? [[`${name} of ${file}`, value]] : [],
      );
    }),
  )
).flat();

const long = "x".repeat(100_000);
const nonsense = [
  undefined,
  null,
  "",
  " ",
  "x",
  long,
  7,
  -1,
  1e300,
  true,
  [],
  {},
  [null],
  Array(600).fill("x"),
];

/** The fields of an object, also of one that is transformed afterwards. */
function fieldsOf(schema: z.ZodType): string[] {
  const inner = schema instanceof z.ZodPipe ? schema.in : schema;
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function messagesOf(schema: z.ZodType, given: unknown): string[] {
  const parsed = schema.safeParse(given, { error: inputReason });
  return (parsed.error?.issues ?? []).flatMap((issue) => allMessages(issue));
}

function allMessages(issue: z.core.$ZodIssue): string[] {
  const inner = "errors" in issue && Array.isArray(issue.errors) ? issue.errors.flat() : [];
  return [issue.message, ...inner.flatMap(allMessages)];
}

test.each(schemas)(
  "whatever is wrong with %s has words in both languages, which a form may say by itself",
  (_, schema) => {
    const fields = fieldsOf(schema);
    const given = [
      ...nonsense,
      ...nonsense.map((value) => Object.fromEntries(fields.map((field) => [field, value]))),
      { ...Object.fromEntries(fields.map((field) => [field, "x"])), "not known": 1 },
    ];
    const messages = new Set(given.flatMap((one) => messagesOf(schema, one)));
    expect(messages.size).toBeGreaterThan(0);
    for (const words of [en.formRefusals, es.formRefusals]) {
      expect([...messages].filter((message) => !Object.hasOwn(words, message))).toEqual([]);
    }
  },
);

test("the schemas are found", () => {
  expect(schemas.length).toBeGreaterThan(12);
});

describe("the reason", () => {
  const schema = z.strictObject({
    name: z.string().min(2).max(5),
    role: z.enum(["owner", "office"]),
    list: z.array(z.string()).min(1).max(2),
    count: z.number().min(1).max(9),
    day: z.iso.date(),
    id: z.uuid(),
  });
  const good = {
    name: "Ana",
    role: "owner",
    list: ["a"],
    count: 1,
    day: "2026-03-02",
    id: crypto.randomUUID(),
  };

  test.each([
    ["name", undefined, "field-missing"],
    ["name", "", "field-missing"],
    ["name", "A", "text-too-short"],
    ["name", "Anabel", "text-too-long"],
    ["name", 7, "check-field"],
    ["role", "boss", "choose-one"],
    ["list", [], "choose-one"],
    ["list", ["a", "b", "c"], "too-many-chosen"],
    ["count", 0, "number-out-of-range"],
    ["count", 10, "number-out-of-range"],
    ["day", "", "day-malformed"],
    ["day", "2026-02-30", "day-malformed"],
    ["id", "7", "check-field"],
  ])("for %s being %o is %s", (field, value, reason) => {
    expect(messagesOf(schema, { ...good, [field]: value })).toEqual([reason]);
  });

  test("for a field nobody knows is to look again", () => {
    expect(messagesOf(schema, { ...good, more: 1 })).toEqual(["check-field"]);
  });
});
