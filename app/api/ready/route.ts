import { readiness } from "@/lib/sweeps/readiness";

export const dynamic = "force-dynamic";

export async function GET() {
  const report = await readiness();
  return Response.json(report, { status: report.ready ? 200 : 503 });
}
