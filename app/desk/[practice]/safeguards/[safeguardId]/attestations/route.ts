import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { refusePost, staffOfPost } from "@/app/desk/_kit/post-route";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { attestSafeguard } from "@/lib/safeguards/attest-safeguard";
import { attestSafeguardInput } from "@/lib/safeguards/input";
import { checkFormPage } from "@/lib/screens/desk/check-form";
import { mostFileBytes } from "@/lib/uploaded-file";

const fieldOf: Readonly<Record<string, string>> = {
  "attested-in-future": "checkedOn",
  "file-too-large": "file",
  "file-unknown-kind": "file",
  "file-missing": "file",
};

/** Takes what somebody saw in their own account, with the file that shows it: more than an action may send. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/desk/[practice]/safeguards/[safeguardId]/attestations">,
) {
  const { practice, safeguardId } = await checkedParams(params);
  const ctx = await staffOfPost(practice, routes.safeguards(practice));
  if (ctx instanceof Response) return ctx;
  await orNotFound(ctx, checkFormPage(ctx, safeguardId));
  const form = await request.formData().catch(() => null);
  const sent = form?.get("file");
  const file = sent instanceof File && sent.size > 0 ? sent : null;
  if (file && file.size > mostFileBytes) return refused("file-too-large");
  const fields = ["staffId", "outcome", "checkedOn", "note"].map((name) => [name, form?.get(name)]);
  const parsed = attestSafeguardInput.safeParse({ ...Object.fromEntries(fields), safeguardId });
  if (!parsed.success)
    return refused(
      "check-fields",
      parsed.error.issues.map(({ path }) => String(path[0])),
    );
  if (JSON.stringify(parsed.data).includes("\\u0000")) return refused("check-fields", ["note"]);
  const bytes = file && { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
  try {
    await orNotFound(ctx, attestSafeguard(ctx, parsed.data, bytes));
    return Response.json({ ok: true, value: null });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refused(error.reason);
  }
}

function refused(reason: string, wrong: readonly string[] = []) {
  return refusePost(reason, fieldOf, wrong);
}
