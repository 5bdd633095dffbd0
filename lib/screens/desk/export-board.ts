import { v7 as uuid } from "uuid";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { mustMay } from "@/lib/roles";
import { type BoardParams, readBoard } from "./board";

/** The whole board under these filters, to take along; that somebody took it is an entry of the trail. */
export async function exportBoard(ctx: StaffContext, params: Omit<BoardParams, "page">, language: Language) {
  mustMay(ctx, "see-patients");
  return inPractice(ctx, async (tx, now) => {
    const board = await readBoard(tx, ctx, params, language, now);
    const size = board.matching.length;
    await recordEvent(tx, ctx, { name: "export.made", exportId: uuid(), kind: "practice", size });
    return board;
  });
}
