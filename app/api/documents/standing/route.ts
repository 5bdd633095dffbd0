import { documentStanding, documentStandingInput } from "@/lib/documents/document-standing";

/** Whether the answer in a sealed file still counts; asked with the file's fingerprint, never with the file. */
export async function POST(request: Request) {
  const input = documentStandingInput.safeParse(await request.json().catch(() => null));
  if (!input.success) return Response.json({ error: "sha256 and practice are needed" }, { status: 400 });
  return Response.json({ stands: await documentStanding(input.data) });
}
