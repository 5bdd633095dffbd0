import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readersOf } from "@/app/api/documents/[documentId]/readers";
import { isOfRole, recordRefusal } from "@/lib/audit/record-refusal";
import { signInFor } from "@/lib/auth/paths";
import { signedInUser } from "@/lib/auth/session";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { savedAs } from "@/lib/file-name";
import type { MediaType } from "@/lib/uploaded-file";

const endings: Record<MediaType, string> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
};

/** With what it is called where it is saved. */
type Opened = { bytes: Buffer; mediaType: MediaType; called(ending: string): string };

type Asked = {
  id: string;
  /** Where whoever is signed out comes back to. */
  path: string;
  damaged: "agreement-damaged" | "attestation-damaged";
  open: (ctx: PatientContext | StaffContext, id: string) => Promise<Opened>;
};

/** A kept file for whoever is signed in and may open it: to be saved, and shown by no page of ours. */
export async function sendFile({ id, path, damaged, open }: Asked): Promise<Response> {
  const user = await signedInUser();
  if (!user) redirect(signInFor(path));
  for (const ctx of await readersOf(user)) {
    const opened = await open(ctx, id).catch((error) => absentOrDamaged(ctx, error, damaged));
    if (opened === "absent") continue;
    if (opened === "damaged") return sayDamaged(damaged);
    return new Response(new Uint8Array(opened.bytes), {
      headers: {
        "content-type": opened.mediaType,
        "content-disposition": savedAs(opened.called(endings[opened.mediaType])),
        "content-length": String(opened.bytes.length),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  }
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

/** Opening is itself what is recorded, so asking without opening is not answered. */
export function noHead() {
  return new Response(null, { status: 405, headers: { allow: "GET", "cache-control": "no-store" } });
}

async function absentOrDamaged(
  ctx: Context,
  error: unknown,
  damaged: Asked["damaged"],
): Promise<"absent" | "damaged"> {
  if (isOfRole(error)) await recordRefusal(ctx, error);
  if (error instanceof Refused && error.reason === damaged) return "damaged";
  if (error instanceof NotFound || error instanceof Refused) return "absent";
  throw error;
}

async function sayDamaged(reason: Asked["damaged"]) {
  const t = await getTranslations("refusals");
  return new Response(t(reason), {
    status: 409,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
