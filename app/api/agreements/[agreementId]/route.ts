import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { readersOf } from "@/app/api/documents/[documentId]/readers";
import { openAgreement } from "@/lib/agreements/open-agreement";
import type { MediaType } from "@/lib/agreements/rules";
import { isOfRole, recordRefusal } from "@/lib/audit/record-refusal";
import { signInFor } from "@/lib/auth/paths";
import { signedInUser } from "@/lib/auth/session";
import type { Context } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";

const endings: Record<MediaType, string> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
};

/** The file of an earlier agreement for whoever is signed in and may open it: to be saved, and shown by no page of ours. */
export async function GET(_: Request, { params }: RouteContext<"/api/agreements/[agreementId]">) {
  const { agreementId } = await params;
  const user = await signedInUser();
  if (!user) redirect(signInFor(routes.agreement(agreementId)));
  const readers = z.uuid().safeParse(agreementId).success ? await readersOf(user.id) : [];
  for (const ctx of readers) {
    const opened = await openAgreement(ctx, agreementId).catch((error) => absentOrDamaged(ctx, error));
    if (opened === "absent") continue;
    if (opened === "damaged") return damaged();
    const name = `agreement-${agreementId.slice(-8)}.${endings[opened.mediaType]}`;
    return new Response(new Uint8Array(opened.bytes), {
      headers: {
        "content-type": opened.mediaType,
        "content-disposition": `attachment; filename="${name}"`,
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
  if (error instanceof Refused && error.reason === "agreement-damaged") return "damaged";
  if (error instanceof NotFound || error instanceof Refused) return "absent";
  throw error;
}

async function damaged() {
  const t = await getTranslations("refusals");
  return new Response(t("agreement-damaged"), {
    status: 409,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
