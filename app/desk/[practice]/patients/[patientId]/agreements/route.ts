import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { refusePost, staffOfPost } from "@/app/desk/_kit/post-route";
import { earlierAgreementInput } from "@/lib/agreements/input";
import { noteEarlierAgreement } from "@/lib/agreements/note-earlier-agreement";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { agreementFormPage } from "@/lib/screens/desk/agreement-form";
import { mostFileBytes } from "@/lib/uploaded-file";

const fieldOf: Readonly<Record<string, string>> = {
  "agreed-in-future": "agreedOn",
  "file-too-large": "file",
  "file-unknown-kind": "file",
  "file-missing": "file",
};

/** Takes the file of an earlier agreement. An action may not send this much, so this one address may. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/desk/[practice]/patients/[patientId]/agreements">,
) {
  const { practice, patientId } = await checkedParams(params);
  const ctx = await staffOfPost(practice, routes.patients(practice));
  if (ctx instanceof Response) return ctx;
  await orNotFound(ctx, agreementFormPage(ctx, patientId));
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  if (!form || !(file instanceof File) || file.size === 0) return refused("file-missing");
  if (file.size > mostFileBytes) return refused("file-too-large");
  const fields = ["disclosureId", "form", "agreedOn", "uses", "wordsLanguage"].map((name) => [
    name,
    form.get(name),
  ]);
  const parsed = earlierAgreementInput.safeParse({ ...Object.fromEntries(fields), patientId });
  if (!parsed.success)
    return refused(
      "check-fields",
      parsed.error.issues.map(({ path }) => String(path[0])),
    );
  if (JSON.stringify(parsed.data).includes("\\u0000")) return refused("check-fields", ["uses"]);
  const bytes = Buffer.from(await file.arrayBuffer());
  try {
    await orNotFound(ctx, noteEarlierAgreement(ctx, parsed.data, { name: file.name, bytes }));
    return Response.json({ ok: true, value: null });
  } catch (error) {
    if (error instanceof Refused) return refused(error.reason);
    throw error;
  }
}

function refused(reason: string, wrong: readonly string[] = []) {
  return refusePost(reason, fieldOf, wrong);
}
