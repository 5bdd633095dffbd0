import { createHash, X509Certificate } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { sealKeys } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { getPractice, listStaff } from "./queries";
import { whyNotMay } from "./roles";

/** The practice, who works in it, and the certificates its documents are sealed under, newest first. */
export async function settingsPage(ctx: StaffContext) {
  return readPractice(ctx, async (tx) => {
    const rows = await tx
      .select({ certificate: sealKeys.certificate, madeAt: sealKeys.madeAt })
      .from(sealKeys)
      .where(eq(sealKeys.practiceId, ctx.practiceId))
      .orderBy(desc(sealKeys.madeAt));
    return {
      practice: await getPractice(tx, ctx),
      staff: await listStaff(tx, ctx),
      mayManageStaff: whyNotMay(ctx, "manage-staff") === null,
      mayChange: whyNotMay(ctx, "change-settings") === null,
      seals: rows.map(({ certificate, madeAt }) => ({
        sha256: createHash("sha256").update(certificate).digest("hex"),
        until: new X509Certificate(certificate).validToDate,
        madeAt,
      })),
    };
  });
}
