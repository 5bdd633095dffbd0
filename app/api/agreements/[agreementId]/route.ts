import { addressed } from "@/app/_ui/addressed";
import { handOut, noHead } from "@/app/api/_files/hand-out";
import { openAgreement } from "@/lib/agreements/open-agreement";
import { routes } from "@/lib/routes";

/** The file of an earlier agreement, for its patient and for staff. */
export async function GET(_: Request, { params }: RouteContext<"/api/agreements/[agreementId]">) {
  const { agreementId: id } = await addressed(params);
  const asked = { id, path: routes.agreement(id) };
  return handOut({ ...asked, damaged: "agreement-damaged", open: openAgreement });
}

export const HEAD = noHead;
