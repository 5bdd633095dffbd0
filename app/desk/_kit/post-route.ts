import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ActionFailure } from "@/app/action";
import { signInFor } from "@/lib/auth/paths";
import { findStaffContext } from "@/lib/auth/session";
import type { StaffContext } from "@/lib/context";

/** As `staffContext`, for what only answers a POST: who has been signed out comes back to the page it was asked from. */
export async function staffOfPost(practice: string, page: string): Promise<StaffContext | Response> {
  const ctx = await findStaffContext(practice);
  if (ctx === "stranger") notFound();
  if (ctx !== "signed-out") return ctx;
  return new Response(null, {
    status: 303,
    headers: { location: signInFor(page), "cache-control": "no-store" },
  });
}

/** Answers as an action does: `fieldOf` says which field a reason is about, `wrong` which fields to look at again. */
export async function refusePost(
  reason: string,
  fieldOf: Readonly<Record<string, string>> = {},
  wrong: readonly string[] = [],
): Promise<Response> {
  const t = await getTranslations("refusals");
  const say = (why: string) => t(t.has(why) ? why : "unexpected");
  const field = fieldOf[reason];
  const fields = field
    ? { [field]: say(reason) }
    : Object.fromEntries(wrong.map((name) => [name, say("check-field")]));
  const message = say(field ? "check-fields" : reason);
  return Response.json({ ok: false, message, fields, typed: {} } satisfies ActionFailure, { status: 422 });
}
