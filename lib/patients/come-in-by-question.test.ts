import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { authSessions, messages, questionLinks } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { closeSession } from "@/lib/auth/close-session";
import { addressOf, newVisitor, refusalOf } from "@/lib/auth/door.fixture";
import { seeSession } from "@/lib/auth/see-session";
import { sendFreshLink } from "@/lib/auth/send-fresh-link";
import { answerTo } from "@/lib/consents/consents.fixture";
import { withClock } from "@/lib/frozen-clock";
import { inSignIn, readPractice } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { declineRequest } from "@/lib/requests/decline-request";
import { routes } from "@/lib/routes";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, testAddress, trailOf } from "@/test/factories";
import { archivePatient } from "./archive-patient";
import { asked, newestMail } from "./asked-by-mail.fixture";
import { comeInByQuestion } from "./come-in-by-question";
import { editPatient } from "./edit-patient";
import { makeEntryCode } from "./make-entry-code";
import { questionLinkPage } from "./question-link-page";
import { editableFacts } from "./rules";

await testDatabase();

const born = { dateOfBirth: "1988-04-12" };
const wrong = { dateOfBirth: "1988-04-13" };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("the link of a question mail", () => {
  test("is good for weeks and as often as it is needed, with the date of birth, and opens that question", async () => {
    const { made, patient, first, comeIn, slug } = await asked();
    for (const days of [0, 20, 40]) {
      const opened = await withClock(inDays(days), () => comeIn(born));
      expect(opened.landing).toBe(routes.request(slug, first.id));
    }
    const opened = { name: "session.opened", authentication: "question-link", patient: patient.id };
    expect((await trailOf(made.practice.id)).filter(({ name }) => name === "session.opened")).toMatchObject([
      opened,
      opened,
      opened,
    ]);
  });

  test("shows whoever holds it what the mail says, and nothing of the patient", async () => {
    const { patient, ctx, token, first } = await asked();
    const door = await questionLinkPage(token);
    expect(door).toEqual({
      userId: ctx.userId,
      landing: expect.stringContaining(first.id),
      waits: true,
      isLocked: false,
      asksFor: "birth",
      practice: expect.any(String),
      phone: expect.any(String),
    });
    expect(JSON.stringify(door)).not.toContain(patient.legalName);
  });

  test("is used up by no scanner, however often it looks, and leaves no trace of looking", async () => {
    const { made, token, comeIn } = await asked();
    const before = await trailOf(made.practice.id);
    for (let time = 0; time < 3; time++) expect(await questionLinkPage(token)).toMatchObject({ waits: true });
    expect(await trailOf(made.practice.id)).toEqual(before);
    expect(await refusalOf(comeIn(born))).toBeNull();
  });

  test("opens nothing by itself: neither a wrong date of birth nor a code that was never handed out lets in", async () => {
    const { ctx, comeIn, token } = await asked();
    expect(await refusalOf(comeIn(wrong))).toBe("entry-mismatch");
    const made = comeInByQuestion(newVisitor(), { token, code: "AAAA-AAAA" });
    expect(await refusalOf(made)).toBe("entry-mismatch");
    const sessions = await inSignIn((tx) =>
      tx.select().from(authSessions).where(eq(authSessions.userId, ctx.userId)),
    );
    expect(sessions).toEqual([]);
  });

  test("has no code in its mail, and is stored as a hash only", async () => {
    const { mail, token, ctx } = await asked();
    expect(mail?.text).toContain("/sign-in/question?token=");
    expect(mail?.text).not.toMatch(/^\d{3} \d{3}$/m);
    const stored = await inSignIn((tx) =>
      tx.select().from(questionLinks).where(eq(questionLinks.userId, ctx.userId)),
    );
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test("says who even then: a fresh sign-in mail goes to the same mailbox and leads to the question", async () => {
    const { made, patient, token, first, slug } = await asked();
    await sendFreshLink(newVisitor(), { token });
    const owed = await readPractice(made.system, (tx) =>
      tx
        .select()
        .from(messages)
        .where(and(eq(messages.patientId, patient.id), eq(messages.kind, "sign-in"))),
    );
    expect(owed).toMatchObject([{ toAddress: patient.email, landing: routes.request(slug, first.id) }]);
  });

  test("made up opens nothing", async () => {
    expect(await questionLinkPage("made-up")).toBeNull();
    expect(await refusalOf(comeInByQuestion(newVisitor(), { token: "made-up", ...born }))).toBe(
      "link-unknown",
    );
  });

  test("begins a session that is closed in the trail like any other", async () => {
    const { made, patient, comeIn } = await asked();
    const { sessionToken } = await comeIn(born);
    expect(await seeSession(sessionToken)).toMatchObject({ authentication: "question-link" });
    await closeSession(sessionToken, "signed-out");
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "session.closed",
      patient: patient.id,
    });
  });
});

describe("wrong dates of birth", () => {
  test("five close the link and no more, however many guess at once; the right one is too late", async () => {
    const { made, comeIn, token } = await asked();
    await Promise.all(Array.from({ length: 8 }, () => refusalOf(comeIn(wrong))));
    expect(await refusalOf(comeIn(born))).toBe("entry-locked");
    expect(await questionLinkPage(token)).toMatchObject({ isLocked: true });
    const names = (await trailOf(made.practice.id)).map(({ name }) => name);
    expect(names.filter((name) => name === "patient.first-entry-missed")).toHaveLength(5);
    expect(names.filter((name) => name === "patient.entry-locked")).toHaveLength(1);
  });

  test("are forgiven when it was right, or the practice hands out a code", async () => {
    const { made, patient, comeIn } = await asked();
    const at = (days: number, fact: typeof born) => withClock(inDays(days), () => refusalOf(comeIn(fact)));
    for (let time = 0; time < 4; time++) expect(await at(1, wrong)).toBe("entry-mismatch");
    expect(await at(2, born)).toBeNull();
    for (let time = 0; time < 4; time++) expect(await at(3, wrong)).toBe("entry-mismatch");
    expect(await at(3, wrong)).toBe("entry-locked");
    await withClock(inDays(4), () => makeEntryCode(made.office, { patientId: patient.id }));
    expect(await at(5, born)).toBeNull();
  });
});

describe("whoever has never come in", () => {
  test("proves the first entry with it", async () => {
    const { made, patient, comeIn, token } = await asked({ unproven: true });
    expect(await questionLinkPage(token)).toMatchObject({ asksFor: "either" });
    expect(await refusalOf(comeIn(wrong))).toBe("entry-mismatch");
    await comeIn(born);
    expect((await trailOf(made.practice.id)).slice(-2)).toMatchObject([
      { name: "patient.first-entry-proven", patient: patient.id },
      { name: "session.opened", patient: patient.id },
    ]);
  });

  test("needs the handed code after another address, and that code works", async () => {
    const { made, patient, first, slug } = await asked();
    const loaded = editableFacts(patient);
    await editPatient(made.office, { ...loaded, email: testAddress(), patientId: patient.id, loaded });
    const disclosureIds = [(await makeDisclosure(made)).disclosure.id];
    await askPatients(made.office, { patientIds: [patient.id], disclosureIds, dueOn: null });
    const { token } = await newestMail(made, patient.id);
    expect(await questionLinkPage(token)).toMatchObject({ asksFor: "code" });
    expect(await refusalOf(comeInByQuestion(newVisitor(), { token, ...born }))).toBe("entry-mismatch");
    const { code } = await makeEntryCode(made.therapist, { patientId: patient.id });
    const opened = await comeInByQuestion(newVisitor(), { token, code });
    expect(opened.landing).toMatch(new RegExp(`^${routes.request(slug, "")}`));
    expect(opened.landing).not.toContain(first.id);
  });
});

test("a code does not stand for the date of birth once somebody has come in", async () => {
  const { made, patient, token } = await asked();
  const { code } = await makeEntryCode(made.office, { patientId: patient.id });
  expect(await refusalOf(comeInByQuestion(newVisitor(), { token, code }))).toBe("entry-mismatch");
});

test("the date of birth of somebody else in the mailbox is no answer", async () => {
  const email = testAddress();
  const { made, comeIn } = await asked({ email });
  await makePatient(made, { email, dateOfBirth: "2018-05-01", mailboxOf: "parent" });
  expect(await refusalOf(comeIn({ dateOfBirth: "2018-05-01" }))).toBe("entry-mismatch");
});

test("to an address that was corrected since, it opens nothing and says nothing", async () => {
  const { made, patient, ctx, comeIn, token } = await asked();
  const loaded = editableFacts(patient);
  await editPatient(made.office, { ...loaded, email: testAddress(), patientId: patient.id, loaded });
  expect(await addressOf(ctx.userId)).toBe(patient.email);
  expect(await questionLinkPage(token)).toBeNull();
  expect(await refusalOf(comeIn(born))).toBe("link-unknown");
});

type Asked = Awaited<ReturnType<typeof asked>>;
const answer = ({ ctx, first }: Asked) => answerRequest(ctx, answerTo(first.id, first.text));
const cancel = ({ made }: Asked, { id }: { id: string }) => cancelRequest(made.office, id);

test("what waits of several questions is what it leads to", async () => {
  const one = await asked();
  await answer(one);
  expect((await one.comeIn(born)).landing).toBe(routes.request(one.slug, one.second.id));
});

test.each<[string, (one: Asked) => Promise<unknown>]>([
  ["answered and taken back", async (one) => [await answer(one), await cancel(one, one.second)]],
  ["taken back", async (one) => [await cancel(one, one.first), await cancel(one, one.second)]],
  [
    "not to be asked again",
    async (one) => [
      await declineRequest(one.ctx, one.first.id),
      await declineRequest(one.ctx, one.second.id),
    ],
  ],
  ["an archived patient's", ({ made, patient }) => archivePatient(made.owner, { patientId: patient.id })],
])("once everything is %s, the link says that nothing waits, and lets nobody in", async (_, settle) => {
  const one = await asked();
  await settle(one);
  expect(await questionLinkPage(one.token)).toMatchObject({ waits: false });
  expect(await refusalOf(one.comeIn(born))).toBe("question-settled");
});
