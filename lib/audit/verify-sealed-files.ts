import { createHash } from "node:crypto";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { documentFiles, events } from "@/db/schema";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { readPractice, type Tx } from "@/lib/in-practice";
import { openValue } from "@/lib/sealed-value";
import { parseCanonical } from "./canonical";
import type { TrailBreak } from "./verify-trail";

type Sealed = { seq: number; documentId: string; sha256: string };

const page = 50;

/** Whether every file that the trail says was sealed is there and is that file. Verify the trail itself first. */
export function verifySealedFiles(ctx: Context): Promise<{ ok: true; files: number } | TrailBreak> {
  return readPractice(ctx, async (tx) => {
    let files = 0;
    let after = -1;
    for (let sealed = await nextSealed(tx, ctx, after); sealed.length > 0; ) {
      const fingerprints = await fingerprintsOf(tx, ctx, sealed);
      for (const { seq, documentId, sha256 } of sealed) {
        const found = fingerprints.get(documentId);
        if (found === undefined) return broken(seq, `The file sealed in entry ${seq} is not there.`);
        if (found !== sha256) return broken(seq, `The file sealed in entry ${seq} is no longer that file.`);
        files += 1;
        after = seq;
      }
      sealed = await nextSealed(tx, ctx, after);
    }
    return { ok: true, files };
  });
}

async function nextSealed(tx: Tx, { practiceId }: Context, after: number): Promise<Sealed[]> {
  const rows = await tx
    .select({ seq: events.seq, body: events.body })
    .from(events)
    .where(and(eq(events.practiceId, practiceId), eq(events.name, "document.sealed"), gt(events.seq, after)))
    .orderBy(asc(events.seq))
    .limit(page);
  return rows.map(({ seq, body }) => {
    const { documentId, sha256 } = parseCanonical(body) ?? {};
    return { seq, documentId: String(documentId), sha256: String(sha256) };
  });
}

async function fingerprintsOf(tx: Tx, { practiceId }: Context, sealed: Sealed[]) {
  const ids = sealed.map(({ documentId }) => documentId);
  const rows = await tx
    .select({ id: documentFiles.id, documentId: documentFiles.documentId, sealed: documentFiles.sealed })
    .from(documentFiles)
    .where(and(eq(documentFiles.practiceId, practiceId), inArray(documentFiles.documentId, ids)));
  return new Map(rows.map((row) => [row.documentId, fingerprint(practiceId, row)]));
}

function fingerprint(practiceId: string, file: { id: string; sealed: Buffer }): string {
  const place = { practiceId, table: "document_files", column: "sealed", rowId: file.id };
  try {
    return createHash("sha256")
      .update(openValue(env().masterKey, place, file.sealed))
      .digest("hex");
  } catch {
    // What does not open was changed, moved from another row, or sealed under another key: not that file.
    return "";
  }
}

function broken(seq: number, sentence: string): TrailBreak {
  return { ok: false, seq, reason: "hash", sentence };
}
