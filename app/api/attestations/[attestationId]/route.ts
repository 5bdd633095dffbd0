import { checkedParams } from "@/app/_ui/checked-params";
import { noHead, sendFile } from "@/app/api/_files/send-file";
import { NotFound } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { openAttestation } from "@/lib/safeguards/open-attestation";

/** What shows that a claim was checked, for staff who may read it. */
export async function GET(_: Request, { params }: RouteContext<"/api/attestations/[attestationId]">) {
  const { attestationId: id } = await checkedParams(params);
  const asked = { id, path: routes.attestation(id) };
  return sendFile({
    ...asked,
    damaged: "attestation-damaged",
    open: async (ctx, attestationId) => {
      if (ctx.kind !== "staff") throw new NotFound();
      const called = (ending: string) => `evidence-${attestationId.slice(-8)}.${ending}`;
      return { ...(await openAttestation(ctx, attestationId)), called };
    },
  });
}

export const HEAD = noHead;
