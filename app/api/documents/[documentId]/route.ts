import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { isOfRole, recordRefusal } from "@/lib/audit/record-refusal";
import { signInFor } from "@/lib/auth/paths";
import { signedInUser } from "@/lib/auth/session";
import type { Context } from "@/lib/context";
import { openDocument } from "@/lib/documents/open-document";
import { NotFound, Refused } from "@/lib/errors";
import { savedAs } from "@/lib/file-name";
import { routes } from "@/lib/routes";
import { readersOf } from "./readers";

/** A sealed document for whoever is signed in and may open it; everybody else learns nothing about it. */
export async function GET(_: Request, { params }: RouteContext<"/api/documents/[documentId]">) {
  const { documentId } = await checkedParams(params);
  const user = await signedInUser();
  if (!user) redirect(signInFor(routes.document(documentId)));
  for (const ctx of await readersOf(user)) {
    const opened = await openDocument(ctx, documentId).catch((error) => absentOrDamaged(ctx, error));
    if (opened === "absent") continue;
    if (opened === "damaged") return damaged();
    return new Response(new Uint8Array(opened.bytes), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": savedAs(opened.called),
        "content-length": String(opened.bytes.length),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  }
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

/** Opening is itself what is recorded, so asking without opening is not answered. */
export function HEAD() {
  return new Response(null, { status: 405, headers: { allow: "GET", "cache-control": "no-store" } });
}

async function absentOrDamaged(ctx: Context, error: unknown): Promise<"absent" | "damaged"> {
  if (isOfRole(error)) await recordRefusal(ctx, error);
  if (error instanceof Refused && error.reason === "document-damaged") return "damaged";
  if (error instanceof NotFound || error instanceof Refused) return "absent";
  throw error;
}

async function damaged() {
  const t = await getTranslations("refusals");
  return new Response(t("document-damaged"), {
    status: 409,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
