export const dynamic = "force-dynamic";

/** The process answers; nothing else is claimed. */
export function GET() {
  return Response.json({ status: "up" });
}
