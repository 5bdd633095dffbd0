import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { linkRequests, signInTokens } from "@/db/schema";
import { withClock } from "@/lib/frozen-clock";
import { inPractice, inSignIn } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, testAddress } from "@/test/factories";
import { addressOf, eventsOf, mail, makeDoor, messagesOf, newVisitor, refusalOf } from "./door.fixture";
import { keyedHash } from "./hashes";
import { countLinkRequest } from "./link-limits";
import { redeemLink } from "./redeem-link";
import { requestLink } from "./request-link";
import { endMemberships } from "./row-memberships";
import { sendFreshLink } from "./send-fresh-link";
import type { Visitor } from "./visitor";

await testDatabase();

test("a known address is owed one mail, in its person's language, and no token exists before it is sent", async () => {
  const { made, patient, userId, email, landing } = await makeDoor({ language: "es" });
  await requestLink(newVisitor(), { address: ` ${email.toUpperCase()} ` });

  const owed = await messagesOf(made);
  expect(owed).toMatchObject([
    { kind: "sign-in", toAddress: email, language: "es", landing, patientId: patient.id },
  ]);
  const tokens = inSignIn((tx) => tx.select().from(signInTokens).where(eq(signInTokens.userId, userId)));
  expect(await tokens).toEqual([]);
});

test("an unknown address gets the same answer and is counted the same", async () => {
  const { email } = await makeDoor();
  const unknown = testAddress();
  expect(await requestLink(newVisitor(), { address: email })).toBeUndefined();
  expect(await requestLink(newVisitor(), { address: unknown })).toBeUndefined();

  const keys = [email, unknown].map((address) => keyedHash("address", address));
  const counted = await inSignIn((tx) =>
    tx.select().from(linkRequests).where(inArray(linkRequests.keyHash, keys)),
  );
  expect(counted.map(({ keyHash }) => keyHash).sort()).toEqual(keys.sort());
});

test("a practice that adds somebody else's patient does not take over their mail", async () => {
  const { made, email } = await makeDoor();
  const rogue = await makePractice();
  await makePatient(rogue, { email, unproven: true });
  await requestLink(newVisitor(), { address: email });
  expect(await messagesOf(made)).toMatchObject([{ toAddress: email }]);
  expect(await messagesOf(rogue)).toEqual([]);

  await requestLink(newVisitor(), { address: email, next: routes.my(rogue.practice.slug) });
  expect(await messagesOf(rogue)).toHaveLength(1);
});

test("where somebody has come in counts before where they were noted first", async () => {
  const first = await makePractice();
  const { patient } = await makePatient(first, { unproven: true });
  const known = await makePractice();
  await makePatient(known, { email: patient.email });
  await requestLink(newVisitor(), { address: patient.email ?? "" });
  expect(await messagesOf(known)).toHaveLength(1);
  expect(await messagesOf(first)).toEqual([]);
});

test("of 50 requests for one address at once, known or not, exactly five are taken", async () => {
  const { made, email } = await makeDoor();
  for (const address of [email, testAddress()]) {
    const refusals = await Promise.all(
      Array.from({ length: 50 }, () => refusalOf(requestLink(newVisitor(), { address }))),
    );
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(5);
    expect(new Set(refusals.filter((refusal) => refusal !== null))).toEqual(new Set(["too-many-links"]));
  }
  expect(await messagesOf(made)).toHaveLength(5);
});

test("nobody waits for somebody else who asks from elsewhere for another address", async () => {
  const here = newVisitor();
  const email = testAddress();
  const took: string[] = [];
  const ask = async (visitor: Visitor, address: string, name: string) => {
    await inSignIn((tx, now) => countLinkRequest(tx, now, visitor, address));
    took.push(name);
  };
  const asked = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const first = inSignIn(async (tx, now) => {
    await countLinkRequest(tx, now, here, email);
    asked.resolve();
    await over.promise;
  });
  await asked.promise;
  const waiting = [ask(here, testAddress(), "same network"), ask(newVisitor(), email, "same address")];
  await ask(newVisitor(), testAddress(), "another");
  expect(took).toEqual(["another"]);
  over.resolve();
  await Promise.all([first, ...waiting]);
  expect(took.toSorted()).toEqual(["another", "same address", "same network"]);
});

test("one network may ask a hundred times and no more, so a waiting room is served", async () => {
  const visitor = newVisitor();
  const refusals = await Promise.all(
    Array.from({ length: 110 }, () => refusalOf(requestLink(visitor, { address: testAddress() }))),
  );
  expect(refusals.filter((refusal) => refusal === null)).toHaveLength(100);
  expect(await refusalOf(requestLink(newVisitor(), { address: testAddress() }))).toBeNull();
});

test("whatever a stranger asks for, the person has a link that works or can have one", async () => {
  const { email, send, landing } = await makeDoor();
  const ask = () => refusalOf(requestLink(newVisitor(), { address: email }));
  const began = Date.now();
  const at = <T>(seconds: number, act: () => Promise<T>) => withClock(new Date(began + seconds * 1_000), act);
  const { token } = await at(0, async () => {
    for (let i = 0; i < 5; i++) expect(await ask()).toBeNull();
    return send();
  });
  expect(await at(599, ask)).toBe("too-many-links");
  expect(await at(599, () => redeemLink(newVisitor(), { token }))).toMatchObject({ landing });
  expect(await at(600, ask)).toBeNull();
});

test("a stranger who asks all day long has 43 mails sent, and the person at home can have one in the end", async () => {
  const { email } = await makeDoor();
  const stranger = newVisitor();
  const began = Date.now();
  const at = (minute: number, visitor: Visitor) =>
    inSignIn((tx) => countLinkRequest(tx, new Date(began + minute * 60_000), visitor, email));
  let mails = 0;
  for (let minute = 0; minute < 24 * 60; minute += 10) if (!(await at(minute, stranger))) mails += 1;
  expect(mails).toBe(43);
  expect(await at(24 * 60 - 1, newVisitor())).toBeNull();
});

test("what a clock that was two days ahead counted keeps nobody out", async () => {
  const { email } = await makeDoor();
  const ask = () => refusalOf(requestLink(newVisitor(), { address: email }));
  const ahead = new Date(Date.now() + 2 * 24 * 3_600_000);
  await withClock(ahead, async () => {
    for (let i = 0; i < 5; i++) expect(await ask()).toBeNull();
    expect(await ask()).toBe("too-many-links");
  });
  expect(await ask()).toBeNull();
});

test("a request counts for its address, its network and both, and for nothing that everybody shares", async () => {
  const counts = () => inSignIn((tx) => tx.$count(linkRequests));
  const before = await counts();
  await requestLink(newVisitor(), { address: testAddress() });
  expect(await counts()).toBe(before + 3);
  await requestLink({ ip: null, userAgent: null }, { address: testAddress() });
  expect(await counts()).toBe(before + 5);
});

test("the link leads to the page that was asked for, in the practice of that page", async () => {
  const { made, email } = await makeDoor();
  const elsewhere = await makePractice();
  await makePatient(elsewhere, { email });
  const next = routes.request(made.practice.slug, "0193");
  await requestLink(newVisitor(), { address: email, next });
  expect((await messagesOf(made)).map((message) => message.landing)).toEqual([next]);
});

test("who belongs to two practices and asked for no page chooses after signing in", async () => {
  const { made, email } = await makeDoor();
  const elsewhere = await makePractice();
  await makePatient(elsewhere, { email });
  await requestLink(newVisitor(), { address: email, next: "https://elsewhere.test/my" });
  expect(await messagesOf(elsewhere)).toEqual([]);
  expect((await messagesOf(made)).map((message) => message.landing)).toEqual([routes.ownPractices]);
});

test("staff are led to the desk", async () => {
  const made = await makePractice();
  await requestLink(newVisitor(), { address: await addressOf(made.therapist.userId) });
  const landings = (await messagesOf(made)).map((message) => message.landing);
  expect(landings).toEqual([routes.desk(made.practice.slug)]);
});

test("an address whose membership has ended is owed nothing", async () => {
  const { made, patient, email } = await makeDoor();
  await inPractice(made.system, (tx, now) =>
    endMemberships(tx, made.system, { kind: "patient", rowId: patient.id }, now),
  );
  await requestLink(newVisitor(), { address: email });
  expect(await messagesOf(made)).toEqual([]);
});

test.each([
  ['"ana"@patients.test', "address-quoted"],
  ["ana@patients.test,eve@evil.test", "address-two-recipients"],
  ["ana＠patients.test", "address-not-ascii"],
])("%s is refused with its reason", async (address, reason) => {
  expect(await refusalOf(requestLink(newVisitor(), { address }))).toBe(reason);
});

test("asking leaves no event in the trail", async () => {
  const { made, email } = await makeDoor();
  await requestLink(newVisitor(), { address: email });
  expect(await eventsOf(made)).toEqual([]);
});

test("a spent link brings a fresh one to the same question, with nothing retyped", async () => {
  const { made, userId } = await makeDoor();
  const landing = routes.request(made.practice.slug, "0193");
  const { token } = await mail(made, { userId, landing });
  await redeemLink(newVisitor(), { token });
  await sendFreshLink(newVisitor(), { token });
  expect((await messagesOf(made)).map((message) => message.landing)).toEqual([landing]);
});

test("fresh links count against the same limit", async () => {
  const { email, send } = await makeDoor();
  const { token } = await send();
  for (let i = 0; i < 5; i++) await sendFreshLink(newVisitor(), { token });
  expect(await refusalOf(sendFreshLink(newVisitor(), { token }))).toBe("too-many-links");
  expect(await refusalOf(requestLink(newVisitor(), { address: email }))).toBe("too-many-links");
});

test("a link nobody was sent brings nothing", async () => {
  expect(await refusalOf(sendFreshLink(newVisitor(), { token: "made-up" }))).toBe("link-unknown");
});
