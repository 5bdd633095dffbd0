import { v7 as uuid } from "uuid";
import { questionLinks } from "@/db/schema";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { keyedHash, makeToken } from "./hashes";

export type AskedByMail = {
  userId: string;
  practiceId: string;
  patientId: string;
  sittingId: string;
  landing: string;
};

/** A link for one question mail. It has no code and no end of its own: it is good as long as the question waits. */
export async function mintQuestionLink(
  tx: Tx,
  now: Date,
  { userId, practiceId, patientId, sittingId, landing }: AskedByMail,
): Promise<{ url: string; code: null }> {
  const token = makeToken();
  await tx.insert(questionLinks).values({
    id: uuid(),
    userId,
    practiceId,
    patientId,
    sittingId,
    landing,
    tokenHash: keyedHash("link", token),
    madeAt: now,
  });
  return { url: `${env().appUrl}${routes.questionLink}?token=${token}`, code: null };
}
