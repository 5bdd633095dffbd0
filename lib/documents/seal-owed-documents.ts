import type { SystemContext } from "@/lib/context";
import { DatabaseDown } from "@/lib/in-practice";
import { reportFault } from "@/lib/worker/report-fault";
import { sweep } from "@/lib/worker/sweep";
import { noteSealFailure, sealDocument } from "./seal-document";

/** Seals what lacks a document, oldest first; says how many it sealed. While one waits for the database, another is drawn. */
export const sealOwedDocuments = sweep({
  due: "unsealed",
  most: 50,
  atOnce: 2,
  each: sealOrNote,
  fault: (id) => `that the copy of signature ${id} could not be locked could not be noted`,
});

/** What cannot be locked comes again after a pause, and the others go on. */
async function sealOrNote(ctx: SystemContext, id: string): Promise<boolean> {
  try {
    return (await sealDocument(ctx, id)) === "sealed";
  } catch (error) {
    if (error instanceof DatabaseDown) throw error;
    reportFault(`the copy of signature ${id} of practice ${ctx.practiceId} could not be locked`, error);
    await noteSealFailure(ctx, id, error instanceof Error ? error.message.slice(0, 500) : "unknown");
    return false;
  }
}
