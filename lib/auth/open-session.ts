import { and, eq, gt, isNull } from "drizzle-orm";
import { signInTokens } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { beginSession, type Opened } from "./begin-session";
import type { Authentication, Visitor } from "./visitor";

/** Spends the token and opens a session in one commit: however many come with it at once, one gets in. */
export async function openSession(
  token: { id: string; practiceId: string },
  authentication: Authentication,
  visitor: Visitor,
): Promise<Opened> {
  return inPractice(systemContext(token.practiceId, "web"), async (tx, now) => {
    const [spent] = await tx
      .update(signInTokens)
      .set({ spentAt: now })
      .where(
        and(eq(signInTokens.id, token.id), isNull(signInTokens.spentAt), gt(signInTokens.expiresAt, now)),
      )
      .returning();
    if (!spent) throw new Refused("link-used");
    const { opened, ctx, event } = await beginSession(tx, now, spent, authentication, visitor);
    await recordEvent(tx, ctx, event);
    return opened;
  });
}
