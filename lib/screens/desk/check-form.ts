import type { StaffContext } from "@/lib/context";
import { readPage } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { getSafeguard } from "@/lib/safeguards/queries";

/** Which claim somebody wants to check; one of another practice is not found before anything is read. */
export async function checkFormPage(ctx: StaffContext, safeguardId: string) {
  mustMay(ctx, "attest-safeguards");
  return readPage(ctx, async (tx) => {
    const { id } = await getSafeguard(tx, ctx, safeguardId);
    return { safeguardId: id };
  });
}
