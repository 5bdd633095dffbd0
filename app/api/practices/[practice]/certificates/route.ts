import { checkedParams } from "@/app/_ui/checked-params";
import { practiceCertificates } from "@/lib/practices/published-by-practice";

/** What a verifier pins: every certificate the practice ever sealed under, and the authority that vouches for them. */
export async function GET(_: Request, { params }: RouteContext<"/api/practices/[practice]/certificates">) {
  const { practice } = await checkedParams(params);
  const pem = await practiceCertificates(practice);
  if (pem === null) return new Response(null, { status: 404 });
  return new Response(pem, {
    headers: { "content-type": "application/x-pem-file", "cache-control": "public, max-age=300" },
  });
}
