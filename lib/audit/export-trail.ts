import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { v7 as uuid } from "uuid";
import { type StaffContext, type SystemContext, systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, readPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { carryCertificates } from "@/verifier/carry-certificates";
import { writeBundle } from "./bundle";
import { publishedCertificates } from "./published-certificates";
import { readTrail } from "./read-trail";
import { recordEvent } from "./record-event";
import { trySigning } from "./try-signing";
import { untilShown } from "./witnesses/until-shown";

/**
 * Writes the practice's trail as files that outlive us, signed up to the entry that says it was taken along, and shown
 * to its witnesses; who does not answer is not waited for long.
 * A trail that cannot be signed is written all the same: whoever suspects it needs it most.
 */
export async function exportTrail(
  ctx: StaffContext | SystemContext,
  folder: string,
  verifier?: string,
  show: (system: SystemContext) => Promise<unknown> = untilShown,
): Promise<{ exportId: string; size: number }> {
  if (ctx.kind === "staff") mustMay(ctx, "export-trail");
  const html = verifier ?? (await builtVerifier());
  if (await holdsSomething(folder)) throw new Refused("folder-not-empty");
  const exportId = uuid();
  const { seq } = await inPractice(ctx, (tx) =>
    recordEvent(tx, ctx, { name: "export.made", exportId, kind: "trail" }),
  );
  const system = ctx.kind === "system" ? ctx : systemContext(ctx.practiceId, "web");
  await trySigning(system);
  await show(system);

  return readPractice(ctx, async (tx) => {
    const trail = await readTrail(tx, ctx);
    const certificates = await publishedCertificates(tx, ctx);
    const page = carryCertificates(html, certificates ? [certificates] : []);
    await writeBundle(folder, { practice: ctx.practiceId, ...trail, certificates, verifyPage: page });
    return { exportId, size: Math.max(trail.head.size, seq + 1) };
  });
}

async function holdsSomething(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

async function builtVerifier(): Promise<string> {
  try {
    return await readFile(path.resolve("dist/verify.html"), "utf8");
  } catch {
    throw new Refused("verifier-not-built");
  }
}
