import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { staffContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { paperPreviewFile } from "@/lib/screens/desk/preview";

type Context = RouteContext<"/desk/[practice]/disclosures/[disclosureId]/draft/paper/file">;

/** The draft on paper, as the worker drew it. */
export async function GET(request: Request, { params }: Context) {
  const { practice, disclosureId } = await checkedParams(params);
  const language = asLanguage(new URL(request.url).searchParams.get("language") ?? "");
  const ctx = await staffContext(practice);
  const pdf = await orNotFound(ctx, paperPreviewFile(ctx, disclosureId, language));
  if (!pdf) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="draft-${language}.pdf"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
