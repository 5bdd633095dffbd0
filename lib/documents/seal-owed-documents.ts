import { sql } from "drizzle-orm";
import { systemContext } from "@/lib/context";
import { lookAcross } from "@/lib/in-practice";
import type { SealSubject } from "./build-record";
import { noteSealFailure, sealDocument } from "./seal-document";

type Owed = { practice_id: string; answer_id: string | null; withdrawal_id: string | null };

/** Seals what lacks a document, oldest first; answers with how many it sealed. A failure is kept, never fatal. */
export async function sealOwedDocuments(signal: AbortSignal): Promise<number> {
  const owed = await lookAcross((tx) => tx.execute<Owed>(sql`select * from work.unsealed(50)`));
  let sealed = 0;
  for (const row of owed) {
    if (signal.aborted) break;
    const ctx = systemContext(row.practice_id, "worker");
    const subject = asSubject(row);
    try {
      if ((await sealDocument(ctx, subject)) === "sealed") sealed += 1;
    } catch (error) {
      await noteSealFailure(ctx, subject, causeOf(error));
    }
  }
  return sealed;
}

function asSubject(row: Owed): SealSubject {
  if (row.withdrawal_id) return { answerId: null, withdrawalId: row.withdrawal_id };
  return { answerId: row.answer_id ?? "", withdrawalId: null };
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : "unknown";
}
