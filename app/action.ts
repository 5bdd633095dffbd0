import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { isOfRole, recordRefusal } from "@/lib/audit/record-refusal";
import { findPatientEntry, findStaffContext, visitor } from "@/lib/auth/session";
import type { Visitor } from "@/lib/auth/visitor";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { formValues, typedWords } from "@/lib/form-values";
import { inputReason } from "@/lib/input-reason";
import { whyNotSlug } from "@/lib/practices/rules";

/** `fields` has a sentence for each field that needs another look, `typed` what stood in the form. */
export type ActionFailure = {
  ok: false;
  message: string;
  fields: Record<string, string>;
  typed: Record<string, string>;
};
export type ActionState<T = unknown> = null | { ok: true; value: T } | ActionFailure;

/** Bind the practice. Then it takes what `useActionState` gives (previous state, form), or one typed input. */
export type PracticeAction<T> = (
  practice: string,
  previous: unknown,
  given?: unknown,
) => Promise<ActionState<T>>;

/** As a PracticeAction without a practice; the second signature lets a plain form have it as its action. */
export type PublicAction<T> = {
  (previous: unknown, given: unknown): Promise<ActionState<T>>;
  (given: FormData): Promise<void>;
};

/** In JSON: NUL, or half of a sign that needs two. PostgreSQL keeps neither, and no keyboard types one. */
const notStorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

type Run<C, S extends z.ZodType, T> = (ctx: C, input: z.output<S>) => Promise<T>;

/** `practice` is the slug of the practice whose context this is, safe to lead on to. */
type RunAt<C, S extends z.ZodType, T> = (ctx: C, input: z.output<S>, practice: string) => Promise<T>;

/** Which field of the form a refusal is about, by its reason: its sentence stands there. */
type Beside = { fields?: Readonly<Record<string, string>> };

export function staffAction<S extends z.ZodType, T>(
  schema: S,
  run: RunAt<StaffContext, S, T>,
  beside: Beside = {},
): PracticeAction<T> {
  return async (practice, ...sent) => {
    if (!isSlug(practice)) notFound();
    const ctx = await findStaffContext(practice);
    if (typeof ctx === "string") return turnAway(ctx, sent);
    return attempt(ctx, schema, sent, (one, input) => run(one, input, practice), beside);
  };
}

/** The patients in `ctx` are those whose second fact is proven, so before the first entry there are none. */
export function patientAction<S extends z.ZodType, T>(
  schema: S,
  run: RunAt<PatientContext, S, T>,
  beside: Beside = {},
): PracticeAction<T> {
  return async (practice, ...sent) => {
    if (!isSlug(practice)) notFound();
    const entry = await findPatientEntry(practice);
    if (typeof entry === "string") return turnAway(entry, sent);
    return attempt(entry.ctx, schema, sent, (one, input) => run(one, input, practice), beside);
  };
}

export function publicAction<S extends z.ZodType, T>(schema: S, run: Run<Visitor, S, T>): PublicAction<T> {
  return asPublicAction(async (...sent) => attempt(await visitor(), schema, sent, run));
}

/** Safe because nothing reads what the action of a plain form returns. */
function asPublicAction<T>(act: (...sent: unknown[]) => Promise<ActionState<T>>): PublicAction<T> {
  return act as PublicAction<T>;
}

async function attempt<C extends Context | Visitor, S extends z.ZodType, T>(
  ctx: C,
  schema: S,
  sent: unknown[],
  run: Run<C, S, T>,
  { fields = {} }: Beside = {},
): Promise<ActionState<T>> {
  const given = sent.findLast((argument) => argument !== undefined);
  const values = given instanceof FormData ? formValues(given) : given;
  const parsed = schema.safeParse(values, { error: inputReason });
  if (parsed.success && notStorable.test(JSON.stringify(parsed.data) ?? ""))
    return failure(sent, "sign-not-storable");
  if (!parsed.success) return failure(sent, "check-fields", {}, parsed.error.issues.map(placed));
  try {
    return { ok: true, value: await run(ctx, parsed.data) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (!(error instanceof Refused)) throw error;
    if ("kind" in ctx && isOfRole(error)) await recordRefusal(ctx, error);
    const { reason, details } = error;
    const field = Object.hasOwn(fields, reason) && fields[reason];
    return field ? failure(sent, "check-fields", details, [[field, reason]]) : failure(sent, reason, details);
  }
}

/** What was bound to an action comes back from the browser, so it can be anything. */
function isSlug(practice: unknown): practice is string {
  return typeof practice === "string" && whyNotSlug(practice) === null;
}

async function turnAway(why: "signed-out" | "stranger", sent: unknown[]): Promise<ActionFailure> {
  return why === "stranger" ? notFound() : failure(sent, "signed-out");
}

function placed({ path, message }: z.core.$ZodIssue): [field: string, reason: string] {
  return [path.join("."), message];
}

async function failure(
  sent: unknown[],
  reason: string,
  details: Record<string, string | number> = {},
  beside: [field: string, reason: string][] = [],
): Promise<ActionFailure> {
  const t = await getTranslations("refusals");
  const say = (key: string, otherwise: string) => (t.has(key) ? t(key, details) : t(otherwise));
  const fields = beside.map(([field, why]) => [field, say(why, "check-field")]);
  return {
    ok: false,
    message: say(reason, "unexpected"),
    fields: Object.fromEntries(fields.reverse()),
    typed: typedWords(sent.at(-1)),
  };
}
