import { checkedParams } from "@/app/_ui/checked-params";
import { practiceCheckpoint } from "@/lib/practices/published-by-practice";

/** What whoever wants to witness the practice's history keeps: its key, and what was signed last. */
export async function GET(_: Request, { params }: RouteContext<"/api/practices/[practice]/checkpoint">) {
  const { practice } = await checkedParams(params);
  const note = await practiceCheckpoint(practice);
  if (note === null) return new Response(null, { status: 404 });
  return new Response(note, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}
