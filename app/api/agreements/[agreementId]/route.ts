import { checkedParams } from "@/app/_ui/checked-params";
import { noHead, sendFile } from "@/app/api/_files/send-file";
import { openAgreement } from "@/lib/agreements/open-agreement";
import { routes } from "@/lib/routes";

/** The file of an earlier agreement, for its patient and for staff. */
export async function GET(_: Request, { params }: RouteContext<"/api/agreements/[agreementId]">) {
  const { agreementId: id } = await checkedParams(params);
  const asked = { id, path: routes.agreement(id) };
  return sendFile({ ...asked, damaged: "agreement-damaged", open: openAgreement });
}

export const HEAD = noHead;
