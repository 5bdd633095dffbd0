import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { staffOfPost } from "@/app/desk/_kit/post-route";
import { trailArchive } from "@/lib/audit/trail-archive";
import { Refused } from "@/lib/errors";
import { fileName, savedAs } from "@/lib/file-name";
import { routes } from "@/lib/routes";

/** The whole trail with keys, checkpoints and the verifier, for owner and auditor. */
export async function POST(_: Request, { params }: RouteContext<"/api/practices/[practice]/trail">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffOfPost(practice, routes.audit(practice));
  if (ctx instanceof Response) return ctx;
  const now = new Date();
  const archive = await orNotFound(ctx, trailArchive(ctx, now)).catch(refusalOf);
  if (typeof archive === "string") return refused(archive);
  return new Response(asBody(Readable.toWeb(Readable.from(archive))), {
    headers: {
      "content-type": "application/x-tar",
      "content-disposition": savedAs(
        fileName({ title: "Audit trail", name: practice, day: now.toISOString().slice(0, 10) }, "tar"),
      ),
      "cache-control": "no-store",
    },
  });
}

function refusalOf(error: unknown): string {
  if (error instanceof Refused) return error.reason;
  throw error;
}

async function refused(reason: string) {
  const t = await getTranslations("refusals");
  return new Response(t.has(reason) ? t(reason) : t("unexpected"), {
    status: 503,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** Safe because both are the one web stream; Node's types and the browser's only name it twice. */
function asBody(stream: unknown): ReadableStream<Uint8Array> {
  return stream as ReadableStream<Uint8Array>;
}
