import { redirect } from "next/navigation";
import { z } from "zod";
import { signInFor } from "@/lib/auth/paths";
import { signedInUser } from "@/lib/auth/session";
import { openDocument } from "@/lib/documents/open-document";
import { NotFound, Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { readersOf } from "./readers";

/** A sealed document for whoever is signed in and may open it; everybody else learns nothing about it. */
export async function GET(_: Request, { params }: RouteContext<"/api/documents/[documentId]">) {
  const { documentId } = await params;
  const user = await signedInUser();
  if (!user) redirect(signInFor(routes.document(documentId)));
  const readers = z.uuid().safeParse(documentId).success ? await readersOf(user.id) : [];
  for (const ctx of readers) {
    const opened = await openDocument(ctx, documentId).catch(absent);
    if (!opened) continue;
    return new Response(new Uint8Array(opened.bytes), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="document-${documentId.slice(-8)}.pdf"`,
        "content-length": String(opened.bytes.length),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  }
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

function absent(error: unknown): null {
  if (error instanceof NotFound || error instanceof Refused) return null;
  throw error;
}
