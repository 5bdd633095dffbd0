import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { authSessions, signInTokens } from "@/db/schema";
import { withClock } from "@/lib/frozen-clock";
import { inPractice, inSignIn } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, testAddress } from "@/test/factories";
import { closeSession } from "./close-session";
import { addressOf, eventsOf, mail, makeDoor, newVisitor, refusalOf, wrong } from "./door.fixture";
import { redeemCode } from "./redeem-code";
import { redeemLink } from "./redeem-link";
import { endMemberships } from "./row-memberships";
import { lookAtLink } from "./tokens";

await testDatabase();
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const sessionsOf = (userId: string) =>
  inSignIn((tx) => tx.select().from(authSessions).where(eq(authSessions.userId, userId)));

test("a link opens a session and says so in the trail", async () => {
  const { made, patient, userId, landing, send } = await makeDoor();
  const { token } = await send();
  const opened = await redeemLink(newVisitor(), { token });

  expect(opened).toMatchObject({ landing });
  expect(await sessionsOf(userId)).toMatchObject([{ authentication: "email-link" }]);
  expect(await eventsOf(made)).toMatchObject([
    {
      name: "session.opened",
      patient: patient.id,
      authentication: "email-link",
      actor: { kind: "patient", id: userId },
    },
  ]);
});

test("whose first entry is not proven is not said to have come in: somebody with their mailbox has", async () => {
  const { made, patient, send } = await makeDoor({ unproven: true });
  const { token } = await send();
  const { sessionToken } = await redeemLink(newVisitor(), { token });
  await closeSession(sessionToken, "signed-out");
  const [opened, closed] = await eventsOf(made);
  expect(opened).toMatchObject({ name: "session.opened-unproven", patient: patient.id });
  expect(closed).toMatchObject({ name: "session.closed" });
  expect(closed).not.toHaveProperty("patient");
});

test("staff whose mailbox also stands for a patient who never came in are staff wherever they go", async () => {
  const made = await makePractice();
  const { userId, staffId } = made.office;
  await makePatient(made, { email: await addressOf(userId), unproven: true });
  for (const landing of [routes.my(made.practice.slug), routes.ownPractices]) {
    const { token } = await mail(made, { userId, landing });
    await redeemLink(newVisitor(), { token });
  }
  const staff = { name: "session.opened", actor: { kind: "staff", id: staffId } };
  expect(await eventsOf(made)).toMatchObject([staff, staff]);
});

test("neither the token, nor the code, nor the session is stored readable", async () => {
  const { userId, send } = await makeDoor();
  const { token, code } = await send();
  const { sessionToken } = await redeemLink(newVisitor(), { token });
  const stored = JSON.stringify([
    await inSignIn((tx) => tx.select().from(signInTokens).where(eq(signInTokens.userId, userId))),
    await sessionsOf(userId),
  ]);
  for (const secret of [token, `"${code}"`, sessionToken]) expect(stored).not.toContain(secret);
});

test("looking at a link, as a mail scanner does, uses nothing up", async () => {
  const { send } = await makeDoor();
  const { token } = await send();
  for (let i = 0; i < 3; i++) expect(await lookAtLink(token)).toBeNull();
  expect(await refusalOf(redeemLink(newVisitor(), { token }))).toBeNull();
  expect(await lookAtLink(token)).toBe("link-used");
});

test("of 100 redemptions of one link at once, one opens a session", async () => {
  const { made, userId, send } = await makeDoor();
  const { token } = await send();
  const refusals = await Promise.all(
    Array.from({ length: 100 }, () => refusalOf(redeemLink(newVisitor(), { token }))),
  );
  expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
  expect(refusals.filter((refusal) => refusal === "link-used")).toHaveLength(99);
  expect(await sessionsOf(userId)).toHaveLength(1);
  expect(await eventsOf(made)).toHaveLength(1);
});

test("a link used twice, too old or made up is refused, each with its reason", async () => {
  const { send } = await makeDoor();
  const { token } = await send();
  expect(await withClock(later(11), () => refusalOf(redeemLink(newVisitor(), { token })))).toBe(
    "link-expired",
  );
  await redeemLink(newVisitor(), { token });
  expect(await refusalOf(redeemLink(newVisitor(), { token }))).toBe("link-used");
  expect(await refusalOf(redeemLink(newVisitor(), { token: "made-up" }))).toBe("link-unknown");
});

test("a link to somebody whose membership has ended opens nothing", async () => {
  const { made, patient, userId, send } = await makeDoor();
  const { token } = await send();
  await inPractice(made.system, (tx, now) =>
    endMemberships(tx, made.system, { kind: "patient", rowId: patient.id }, now),
  );
  expect(await refusalOf(redeemLink(newVisitor(), { token }))).toBe("link-unknown");
  expect(await sessionsOf(userId)).toEqual([]);
});

test("staff come in as staff", async () => {
  const made = await makePractice();
  const { userId, staffId } = made.office;
  const { token } = await mail(made, { userId, landing: routes.desk(made.practice.slug) });
  await redeemLink(newVisitor(), { token });
  expect(await eventsOf(made)).toMatchObject([
    { name: "session.opened", actor: { kind: "staff", id: staffId } },
  ]);
});

test("the code of a mail opens a session too, and then the link of that mail is used", async () => {
  const { userId, email, landing, send } = await makeDoor();
  const { token, code } = await send();
  expect(await redeemCode(newVisitor(), { address: email }, code)).toMatchObject({ landing });
  expect(await sessionsOf(userId)).toMatchObject([{ authentication: "email-code" }]);
  expect(await refusalOf(redeemLink(newVisitor(), { token }))).toBe("link-used");
});

test("an older link says whose code it is", async () => {
  const { landing, send } = await makeDoor();
  const older = await send();
  const newer = await send();
  expect(await redeemCode(newVisitor(), { token: older.token }, newer.code)).toMatchObject({ landing });
});

test("a wrong code, a stale one and an unknown address get one answer", async () => {
  const { email, send } = await makeDoor();
  const { code } = await send();
  const guess = (address: string, digits: string) => refusalOf(redeemCode(newVisitor(), { address }, digits));
  expect(await guess(email, wrong(code))).toBe("code-wrong");
  expect(await withClock(later(11), () => guess(email, code))).toBe("code-wrong");
  expect(await guess(testAddress(), code)).toBe("code-wrong");
  expect(await refusalOf(redeemCode(newVisitor(), { token: "made-up" }, code))).toBe("code-wrong");
});

test("after five misses the code no longer opens from there, however many guess at once; the link and a new code do", async () => {
  const { made, email, send } = await makeDoor();
  const { token, code } = await send();
  const here = newVisitor();
  const guess = (digits: string) => refusalOf(redeemCode(here, { address: email }, digits));
  await Promise.all(Array.from({ length: 5 }, () => guess(wrong(code))));
  expect(await guess(code)).toBe("code-wrong");

  const again = await send();
  expect(await guess(again.code)).toBeNull();
  expect(await refusalOf(redeemLink(newVisitor(), { token }))).toBeNull();
  const refused = (await eventsOf(made)).filter(({ name }) => name === "access.refused");
  expect(refused).toMatchObject([{ what: "sign-in", reason: "code-wrong", actor: { kind: "system" } }]);
});

test("four misses leave the fifth guess", async () => {
  const { email, send } = await makeDoor();
  const { code } = await send();
  const here = newVisitor();
  for (let i = 0; i < 4; i++) await refusalOf(redeemCode(here, { address: email }, wrong(code)));
  expect(await refusalOf(redeemCode(here, { address: email }, code))).toBeNull();
});

test("whatever one stranger guesses, the person's code opens at home; what many guess ends a code", async () => {
  const { email, send } = await makeDoor();
  const { code } = await send();
  const guesses = (count: number, digits: string, from = newVisitor()) =>
    Promise.all(Array.from({ length: count }, () => refusalOf(redeemCode(from, { address: email }, digits))));
  await guesses(30, "12345x");
  expect(await guesses(1, code)).toEqual([null]);

  const { code: another } = await send();
  for (let i = 0; i < 5; i++) await guesses(5, "12345x");
  expect(await guesses(1, another)).toEqual(["code-wrong"]);
});

test("after 20 misses in a day from one place, 100 from all, only the link opens, address known or not", async () => {
  const { email, send } = await makeDoor();
  const strangers = Array.from({ length: 6 }, newVisitor);
  for (const address of [email, testAddress()]) {
    const wrongFrom = (from: ReturnType<typeof newVisitor>) =>
      Promise.all(Array.from({ length: 30 }, () => refusalOf(redeemCode(from, { address }, "12345x")))).then(
        (guesses) => guesses.filter((refusal) => refusal === "code-wrong").length,
      );
    expect(await Promise.all(strangers.slice(0, 5).map(wrongFrom))).toEqual([20, 20, 20, 20, 20]);
    expect(await wrongFrom(strangers[5] ?? newVisitor())).toBe(0);
  }
  const { token, code } = await send();
  expect(await refusalOf(redeemCode(newVisitor(), { address: email }, code))).toBe("code-closed");
  expect(await refusalOf(redeemLink(newVisitor(), { token }))).toBeNull();
});

test("one network misses a hundred times and no more, known addresses or not; its links still open", async () => {
  const visitor = newVisitor();
  const { email, send } = await makeDoor();
  const { code } = await send();
  const guess = (address: string) => refusalOf(redeemCode(visitor, { address }, "12345x"));
  const guesses = await Promise.all(Array.from({ length: 110 }, () => guess(testAddress())));
  expect(guesses.filter((refusal) => refusal === "code-wrong")).toHaveLength(100);
  expect(guesses.filter((refusal) => refusal === "code-closed")).toHaveLength(10);

  expect(await guess(email)).toBe("code-closed");
  expect(await refusalOf(redeemCode(visitor, { address: email }, code))).toBe("code-closed");
  expect(await refusalOf(redeemCode(newVisitor(), { address: email }, code))).toBeNull();
  const { token } = await send();
  expect(await refusalOf(redeemLink(visitor, { token }))).toBeNull();
});

test("a right code opens one session, whatever the clicking", async () => {
  const { userId, email, send } = await makeDoor();
  const { code } = await send();
  const refusals = await Promise.all(
    Array.from({ length: 20 }, () => refusalOf(redeemCode(newVisitor(), { address: email }, code))),
  );
  expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
  expect(await sessionsOf(userId)).toHaveLength(1);
});
