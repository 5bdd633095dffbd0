import { sql } from "drizzle-orm";
import { systemContext } from "@/lib/context";
import { lookAcross } from "@/lib/in-practice";
import { reportFault } from "@/lib/worker/report-fault";
import { noteSealFailure, sealDocument } from "./seal-document";

type Owed = { practice_id: string; id: string };

/** While one waits for the database, the other is drawn. */
const atOnce = 2;

/** Seals what lacks a document, oldest first; answers with how many it sealed. A failure is kept, never fatal. */
export async function sealOwedDocuments(signal: AbortSignal): Promise<number> {
  const owed = await lookAcross((tx) => tx.execute<Owed>(sql`select * from work.unsealed(50)`));
  const left = owed.values();
  const hand = async () => {
    let sealed = 0;
    for (const row of left) {
      if (signal.aborted) break;
      if (await sealOne(row)) sealed += 1;
    }
    return sealed;
  };
  const done = await Promise.all(Array.from({ length: atOnce }, hand));
  return done.reduce((sum, sealed) => sum + sealed, 0);
}

async function sealOne(row: Owed): Promise<boolean> {
  const ctx = systemContext(row.practice_id, "worker");
  try {
    return (await sealDocument(ctx, row.id)) === "sealed";
  } catch (error) {
    reportFault(`the copy of signature ${row.id} of practice ${row.practice_id} could not be locked`, error);
    await noteSealFailure(ctx, row.id, causeOf(error));
    return false;
  }
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : "unknown";
}
