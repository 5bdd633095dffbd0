import type { StaffContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/practices/roles";
import { getSafeguard } from "./queries";

/** Which claim somebody wants to check; one of another practice is not found before anything is read. */
export async function checkFormPage(ctx: StaffContext, safeguardId: string) {
  mustMay(ctx, "attest-safeguards");
  return readPractice(ctx, async (tx) => {
    const { id } = await getSafeguard(tx, ctx, safeguardId);
    return { safeguardId: id };
  });
}
