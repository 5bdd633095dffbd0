import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { readersOf } from "@/app/api/documents/[documentId]/readers";
import { signInFor } from "@/lib/auth/paths";
import { signedInUser } from "@/lib/auth/session";
import { openSample } from "@/lib/electronic-records/open-sample";
import { NotFound, Refused } from "@/lib/errors";
import { savedAs } from "@/lib/file-name";
import { routes } from "@/lib/routes";

/** The sample for the one person it was made for: shown within their page, or handed out as a signed copy is. */
export async function GET(request: Request, { params }: RouteContext<"/api/access-tests/[testId]">) {
  const { testId } = await checkedParams(params);
  const isInPage = new URL(request.url).searchParams.get("in") === "page";
  const user = await signedInUser();
  if (!user) redirect(signInFor(routes.accessTest(testId)));
  for (const ctx of await readersOf(user)) {
    if (ctx.kind !== "patient") continue;
    const opened = await openSample(ctx, testId).catch(absentOrDamaged);
    if (opened === "absent") continue;
    if (opened === "damaged") return damaged();
    return new Response(new Uint8Array(opened.bytes), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": savedAs(opened.called, isInPage ? "inline" : "attachment"),
        "content-length": String(opened.bytes.length),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  }
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

function absentOrDamaged(error: unknown): "absent" | "damaged" {
  if (error instanceof NotFound) return "absent";
  if (error instanceof Refused) return "damaged";
  throw error;
}

async function damaged() {
  const t = await getTranslations("refusals");
  return new Response(t("document-damaged"), {
    status: 409,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
