import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import NextAuth, { AuthError } from "next-auth";
import { cache } from "react";
import { z } from "zod";
import { type Arrival, type PatientContext, type StaffContext, systemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { readPractice } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { sessionAdapter } from "./adapter";
import { type OwnPractice, ownPractices } from "./own-practices";
import { safePath, signInFor } from "./paths";
import { findAsPatient, findAsStaff, type PersonAsPatient } from "./person";
import { sessionLifetime } from "./rules";
import type { Belonging } from "./see-session";
import { sessionCookie } from "./session-cookie";
import type { Visitor } from "./visitor";

export type SignedIn = {
  id: string;
  email: string;
  authentication: Arrival["authentication"];
  createdAt: Date;
  belongs: Belonging[];
};

const seconds = sessionLifetime / 1_000;

const { auth } = NextAuth(() => ({
  adapter: sessionAdapter,
  providers: [],
  secret: env().authSecret,
  trustHost: true,
  session: { strategy: "database", maxAge: seconds, updateAge: seconds },
  // The second is never set. Under its usual name, a sibling of our domain could plant one that next-auth trips over.
  cookies: {
    sessionToken: sessionCookie(),
    callbackUrl: { ...sessionCookie(), name: "__Host-candor-callback" },
  },
  callbacks: {
    session: ({ session, user }) => ({ user, expires: new Date(session.expires).toISOString() }),
  },
  // next-auth logs a fault and goes on as signed out; a database that is down must not look like that.
  logger: { error: throwCause, warn: () => {}, debug: () => {} },
}));

const authSession = z.object({
  user: z.object({
    id: z.uuid(),
    email: z.string(),
    authentication: z.enum(["email-link", "email-code", "question-link"]),
    createdAt: z.coerce.date(),
    belongs: z.array(z.object({ practiceId: z.uuid(), slug: z.string(), ofStaff: z.boolean() })),
  }),
});

/** Who is signed in, asked of the database once a request; null for nobody. */
export const signedInUser = cache(async (): Promise<SignedIn | null> => {
  const session = authSession.safeParse(await auth());
  return session.success ? session.data.user : null;
});

export async function visitor(): Promise<Visitor> {
  const sent = await headers();
  const ip = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
  return { ip, userAgent: sent.get("user-agent")?.slice(0, 400) ?? null };
}

type Outside = "signed-out" | "stranger";

/** The signed-in person as staff of this practice, re-read on every request; or why not. */
export async function findStaffContext(slug: string): Promise<StaffContext | Outside> {
  const who = await enter(slug);
  if (typeof who === "string") return who;
  const found = await readPractice(systemContext(who.practiceId, "web"), (tx) => findAsStaff(tx, who));
  return found ?? "stranger";
}

/** The signed-in person as patient of this practice, or of those they act for; or why not. */
export async function findPatientEntry(slug: string): Promise<PersonAsPatient | Outside> {
  const who = await enter(slug);
  if (typeof who === "string") return who;
  const found = await readPractice(systemContext(who.practiceId, "web"), (tx) => findAsPatient(tx, who));
  return found ?? "stranger";
}

/** For pages: leads to the sign-in who is not signed in, and answers 404 to who does not work here. */
export const staffContext = cache(async (slug: string): Promise<StaffContext> => {
  const found = await findStaffContext(slug);
  return typeof found === "string" ? turnAway(found, routes.desk(slug)) : found;
});

/** For pages: as `staffContext`, and leads to the first entry who has not proven any second fact. */
export const patientContext = cache(async (slug: string): Promise<PatientContext> => {
  const { ctx } = await patientEntry(slug);
  if (ctx.patientIds.length > 0) return ctx;
  const wanted = await currentPath(routes.my(slug));
  return redirect(`${routes.myEntry(slug)}?next=${encodeURIComponent(wanted)}`);
});

/** For the page of the first entry: who is proven already and who is not. */
export const patientEntry = cache(async (slug: string): Promise<PersonAsPatient> => {
  const found = await findPatientEntry(slug);
  return typeof found === "string" ? turnAway(found, routes.my(slug)) : found;
});

/** Where else the person who is signed in works or is cared for. */
export async function otherPractices(here: string): Promise<OwnPractice[]> {
  return ownPractices((await signedInUser())?.belongs ?? [], here);
}

async function enter(slug: string) {
  const user = await signedInUser();
  if (!user) return "signed-out";
  const practiceId = user.belongs.find((one) => one.slug === slug)?.practiceId;
  if (!practiceId) return "stranger";
  const { authentication, createdAt: authenticatedAt } = user;
  const arrival: Arrival = { ...(await visitor()), authentication, authenticatedAt };
  return { userId: user.id, practiceId, arrival };
}

async function turnAway(why: Outside, fallback: string): Promise<never> {
  if (why === "stranger") notFound();
  redirect(signInFor(await currentPath(fallback)));
}

/** The path of this request, which our server notes in a header; an action's page counts as its path. */
async function currentPath(fallback: string): Promise<string> {
  return safePath((await headers()).get("x-path")) ?? fallback;
}

function throwCause(error: Error): void {
  if (!(error instanceof AuthError)) throw error;
  if (error.cause?.err) throw error.cause.err;
}
