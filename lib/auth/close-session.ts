import { eq } from "drizzle-orm";
import { authSessions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Arrival, systemContext } from "@/lib/context";
import { inPractice, inSignIn, type Tx } from "@/lib/in-practice";
import { keyedHash } from "./hashes";
import { findPerson } from "./person";

/** Ends a session, and says so where it was opened. Nothing happens to one that has ended already. */
export async function closeSession(sessionToken: string, cause: "signed-out" | "timed-out"): Promise<void> {
  const tokenHash = keyedHash("session", sessionToken);
  const opened = await inSignIn((tx) => findOpening(tx, tokenHash));
  if (!opened) {
    await inSignIn((tx) => remove(tx, tokenHash));
    return;
  }
  await inPractice(systemContext(opened.practiceId, "web"), async (tx) => {
    const session = await remove(tx, tokenHash);
    if (!session) return;
    const { ip, userAgent, authentication, createdAt: authenticatedAt } = session;
    const arrival: Arrival = { ip, userAgent, authentication, authenticatedAt };
    const person = await findPerson(tx, opened, arrival);
    const ctx = person?.ctx ?? systemContext(opened.practiceId, "web");
    await recordEvent(tx, ctx, { name: "session.closed", cause, ...person?.subject });
  });
}

/** Where it was opened; nowhere for one that nobody came in with. */
async function findOpening(tx: Tx, tokenHash: string) {
  const { userId, practiceId, landing } = authSessions;
  const [opened] = await tx
    .select({ userId, practiceId, landing })
    .from(authSessions)
    .where(eq(authSessions.tokenHash, tokenHash));
  if (!opened?.practiceId) return null;
  return { userId: opened.userId, practiceId: opened.practiceId, landing: opened.landing ?? "" };
}

async function remove(tx: Tx, tokenHash: string) {
  const [removed] = await tx.delete(authSessions).where(eq(authSessions.tokenHash, tokenHash)).returning();
  return removed;
}
