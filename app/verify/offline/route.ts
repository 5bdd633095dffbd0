import { readFile } from "node:fs/promises";
import { hasOfflineVerifier, offlineVerifier } from "./offline-verifier";

export const dynamic = "force-dynamic";

/** The check as one file to keep: it needs no network, and outlives this installation. */
export async function GET() {
  if (!(await hasOfflineVerifier())) return new Response(null, { status: 404 });
  return new Response(await readFile(offlineVerifier(), "utf8"), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": 'attachment; filename="verify.html"',
    },
  });
}
