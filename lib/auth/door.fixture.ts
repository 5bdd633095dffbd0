import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { events, messages, users } from "@/db/schema";
import { inPractice, inSignIn, readPractice } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { type MadePractice, makePatient, makePractice, type PatientOverrides } from "@/test/factories";
import { mintToken } from "./mint-token";
import type { Visitor } from "./visitor";

export function newVisitor(): Visitor {
  return { ip: `10.${[...randomBytes(3)].join(".")}`, userAgent: "Test browser" };
}

/** A practice, one of its patients, and what their mailbox is sent. */
export async function makeDoor(overrides: PatientOverrides = {}) {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made, overrides);
  const landing = routes.my(made.practice.slug);
  const send = () => mail(made, { userId: ctx.userId, landing });
  return { made, patient, userId: ctx.userId, email: patient.email ?? "", landing, send };
}

export async function mail(made: MadePractice, to: { userId: string; landing: string }) {
  const { url, code } = await inPractice(made.system, (tx, now) =>
    mintToken(tx, now, { ...to, practiceId: made.practice.id }),
  );
  return { token: new URL(url).searchParams.get("token") ?? "", url, code };
}

export async function addressOf(userId: string): Promise<string> {
  const [user] = await inSignIn((tx) => tx.select().from(users).where(eq(users.id, userId)));
  return user?.email ?? "";
}

export function eventsOf(made: MadePractice) {
  return readPractice(made.system, async (tx) =>
    (await tx.select().from(events).where(eq(events.practiceId, made.practice.id)).orderBy(events.seq)).map(
      ({ body }) => JSON.parse(body),
    ),
  );
}

export function messagesOf(made: MadePractice) {
  return readPractice(made.system, (tx) =>
    tx.select().from(messages).where(eq(messages.practiceId, made.practice.id)).orderBy(messages.owedAt),
  );
}

/** What a refused promise says, or null when it was kept. */
export async function refusalOf(outcome: Promise<unknown>): Promise<string | null> {
  const [settled] = await Promise.allSettled([outcome]);
  return settled.status === "rejected" ? String(settled.reason.reason ?? settled.reason) : null;
}

export function wrong(code: string): string {
  return code === "000000" ? "000001" : "000000";
}
