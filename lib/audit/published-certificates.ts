import { X509Certificate } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { installationAuthority, sealKeys } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Under which certificates the practice's documents were sealed, old ones included, and who vouches for them; PEM. */
export async function publishedCertificates(tx: Tx, ctx: Context): Promise<string> {
  const seals = await tx
    .select({ certificate: sealKeys.certificate })
    .from(sealKeys)
    .where(eq(sealKeys.practiceId, ctx.practiceId))
    .orderBy(asc(sealKeys.madeAt));
  const authorities = await tx
    .select({ certificate: installationAuthority.certificate })
    .from(installationAuthority);
  return [...seals, ...authorities]
    .map(({ certificate }) => new X509Certificate(certificate).toString())
    .join("");
}
