import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { authSessions } from "@/db/schema";
import { withClock } from "@/lib/frozen-clock";
import { inSignIn } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { testDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { sessionAdapter } from "./adapter";
import { closeSession } from "./close-session";
import { eventsOf, mail, makeDoor, newVisitor } from "./door.fixture";
import { keyedHash } from "./hashes";
import { redeemLink } from "./redeem-link";
import { seeSession } from "./see-session";

await testDatabase();
const start = Date.now();
const at = <T>(minutes: number, act: () => Promise<T>) => withClock(new Date(start + minutes * 60_000), act);

async function signedInPatient() {
  const door = await makeDoor();
  const { token } = await door.send();
  const { sessionToken } = await at(0, () => redeemLink(newVisitor(), { token }));
  return { ...door, sessionToken, see: () => seeSession(sessionToken) };
}

async function signedInStaff() {
  const made = await makePractice();
  const to = { userId: made.office.userId, landing: routes.desk(made.practice.slug) };
  const { token } = await mail(made, to);
  const { sessionToken } = await at(0, () => redeemLink(newVisitor(), { token }));
  return { made, sessionToken, see: () => seeSession(sessionToken) };
}

async function lastSeen(sessionToken: string) {
  const tokenHash = keyedHash("session", sessionToken);
  const [session] = await inSignIn((tx) =>
    tx.select().from(authSessions).where(eq(authSessions.tokenHash, tokenHash)),
  );
  return session && (session.lastSeenAt.getTime() - start) / 60_000;
}

test("a session is known by its token alone", async () => {
  const { userId, email, see } = await signedInPatient();
  expect(await at(1, see)).toMatchObject({ userId, email, authentication: "email-link" });
  expect(await seeSession("made-up")).toBeNull();
});

test("a patient may pause for just under 30 minutes, staff for just under 15", async () => {
  const patient = await signedInPatient();
  expect(await at(29, patient.see)).not.toBeNull();
  expect(await at(58, patient.see)).not.toBeNull();
  expect(await at(88, patient.see)).toBeNull();

  const staff = await signedInStaff();
  expect(await at(14, staff.see)).not.toBeNull();
  expect(await at(29, staff.see)).toBeNull();
});

test("twelve hours end a session, however busy", async () => {
  const { see } = await signedInPatient();
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) expect(await at(minutes, see)).not.toBeNull();
  expect(await at(12 * 60, see)).toBeNull();
});

test("being seen is written at most once a minute", async () => {
  const { sessionToken, see } = await signedInPatient();
  await at(0.9, see);
  expect(await lastSeen(sessionToken)).toBe(0);
  await at(1, see);
  expect(await lastSeen(sessionToken)).toBe(1);
});

test("a session that timed out is closed in the trail once", async () => {
  const { made, patient, see } = await signedInPatient();
  await at(31, () => Promise.all([see(), see(), see()]));
  const closed = (await eventsOf(made)).filter(({ name }) => name === "session.closed");
  expect(closed).toMatchObject([{ cause: "timed-out", patient: patient.id }]);
});

test("signing out ends the session at the next request and says so in the trail", async () => {
  const { made, userId, sessionToken, see } = await signedInPatient();
  await Promise.all([closeSession(sessionToken, "signed-out"), closeSession(sessionToken, "signed-out")]);
  expect(await at(1, see)).toBeNull();
  expect((await eventsOf(made)).filter(({ name }) => name === "session.closed")).toMatchObject([
    { cause: "signed-out", actor: { kind: "patient", id: userId } },
  ]);
});

test("a session is judged by the database's clock, however wrong that of the process is", async () => {
  const { sessionToken } = await signedInPatient();
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const days of [2, -2]) {
    vi.setSystemTime(start + days * 24 * 3_600_000);
    const kept = await at(1, async () => sessionAdapter.getSessionAndUser?.(sessionToken));
    const left = (kept?.session.expires.getTime() ?? 0) - Date.now();
    expect(left / 3_600_000).toBeGreaterThan(11.9);
    expect(left / 3_600_000).toBeLessThan(12);
  }
  vi.useRealTimers();
});
