import { getTranslations } from "next-intl/server";
import { earlierAgreementInput } from "@/lib/agreements/input";
import { noteEarlierAgreement } from "@/lib/agreements/note-earlier-agreement";
import { mostFileBytes } from "@/lib/agreements/rules";
import { isOfRole, recordRefusal } from "@/lib/audit/record-refusal";
import { findStaffContext } from "@/lib/auth/session";
import { NotFound, Refused } from "@/lib/errors";

export type Filed = { ok: true } | { ok: false; message: string };

/** Takes the file of an earlier agreement. An action may not send this much, so this one address may. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/desk/[practice]/patients/[patientId]/agreements">,
) {
  const { practice, patientId } = await params;
  const ctx = await findStaffContext(practice);
  if (ctx === "stranger") return new Response(null, { status: 404 });
  if (ctx === "signed-out") return refused("signed-out", 401);
  const form = await request.formData();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("file-missing");
  if (file.size > mostFileBytes) return refused("file-too-large");
  const fields = ["disclosureId", "form", "agreedOn", "uses"].map((name) => [name, form.get(name)]);
  const parsed = earlierAgreementInput.safeParse({ ...Object.fromEntries(fields), patientId });
  if (!parsed.success || JSON.stringify(parsed.data).includes("\\u0000")) return refused("check-fields");
  try {
    const bytes = Buffer.from(await file.arrayBuffer());
    await noteEarlierAgreement(ctx, parsed.data, { name: file.name, bytes });
    return Response.json({ ok: true } satisfies Filed);
  } catch (error) {
    if (isOfRole(error)) await recordRefusal(ctx, error);
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    if (error instanceof Refused) return refused(error.reason);
    throw error;
  }
}

async function refused(reason: string, status = 422) {
  const t = await getTranslations("refusals");
  const message = t.has(reason) ? t(reason) : t("unexpected");
  return Response.json({ ok: false, message } satisfies Filed, { status });
}
