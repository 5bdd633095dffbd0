import { describe, expect, test } from "vitest";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { readPractice } from "@/lib/in-practice";
import { placePatient } from "@/lib/platforms/place-patient";
import { makeMeeting } from "@/lib/platforms/placing.fixture";
import { setDefault } from "@/lib/platforms/set-default";
import { listHeldStates, liveHolders } from "@/lib/publishing/holders";
import { askPatients } from "@/lib/requests/ask-patients";
import { needsOf } from "@/lib/screens/desk/board-rows";
import { consentsPage } from "@/lib/screens/my/consents";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makeVersion } from "@/test/factories";
import { answerTo, ask } from "./consents.fixture";
import { listPatientConsents } from "./consents-of-patients";

await testDatabase();

/** Yes to one use of recording, on Zoom; a phone on which nothing is recorded is at hand. */
async function makePermitted() {
  const meeting = await makeMeeting();
  const { made, phone } = meeting;
  const { patient, ctx } = await makePatient(made);
  const text = await makeDisclosure(made);
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  const { answerId } = await answerRequest(ctx, answerTo(requestId, text));
  const onPhone = (platformId: string | null = phone.id) =>
    placePatient(made.therapist, { patientId: patient.id, platformId, from: null });
  const state = async () => {
    const [standing] = await readPractice(made.owner, (tx, now) =>
      listPatientConsents(tx, made.owner, [patient.id], "en", now),
    );
    if (!standing) throw new Error("There is one text");
    return standing.state;
  };
  const mine = async () => (await consentsPage(ctx, "en")).people[0]?.consents[0];
  return { ...meeting, patient, ctx, text, answerId, onPhone, state, mine };
}

describe("a permission to record, while they meet where nothing is recorded", () => {
  test("rests, and is there again when they go back", async () => {
    const { state, onPhone } = await makePermitted();
    expect(await state()).toMatchObject({ word: "given" });
    await onPhone();
    expect(await state()).toMatchObject({ word: "resting", restsBecause: "platform", yes: ["look-back"] });
    await onPhone(null);
    expect(await state()).toMatchObject({ word: "given", restsBecause: null });
  });

  test("rests when the whole practice moves there, but not for who keeps something else", async () => {
    const { made, state, phone, zoom, patient } = await makePermitted();
    await setDefault(made.owner, { platformId: phone.id, from: null });
    expect(await state()).toMatchObject({ word: "resting", restsBecause: "platform" });
    await placePatient(made.owner, { patientId: patient.id, platformId: zoom.id, from: null });
    expect(await state()).toMatchObject({ word: "given" });
  });

  test("is on no list of what to ask again, and asking skips it", async () => {
    const { made, state, onPhone, patient, text } = await makePermitted();
    await onPhone();
    const cell = { kind: "recording-consent" as const, state: await state(), isNeeded: true };
    expect([...needsOf({ hasEmail: true, undelivered: false }, [cell], "2026-01-01")]).toEqual([
      "all",
      "resting",
    ]);
    const input = { patientIds: [patient.id], disclosureIds: [text.disclosure.id], dueOn: null };
    expect(await askPatients(made.therapist, input)).toMatchObject({
      asked: [],
      skipped: [{ reason: "already-satisfied" }],
    });
  });

  test("is not answered anew, and is still taken back", async () => {
    const { ctx, onPhone, patient, text, answerId, mine, state } = await makePermitted();
    await onPhone();
    expect(await mine()).toMatchObject({
      mayAnswerAnew: false,
      withdrawable: answerId,
      meets: { platform: { kind: "phone" } },
    });
    const anew = startAnswer(ctx, { patientId: patient.id, disclosureId: text.disclosure.id });
    await expect(anew).rejects.toMatchObject({ reason: "nothing-to-answer" });
    await withdrawAnswer(ctx, { answerId, itemIds: null });
    expect(await state()).toMatchObject({ word: "withdrawn", restsBecause: null });
    await onPhone(null);
    expect(await state()).toMatchObject({ word: "withdrawn" });
  });

  test("is asked about like any other when the text changes what it says", async () => {
    const { made, onPhone, text, patient } = await makePermitted();
    await onPhone();
    await makeVersion(made, text.disclosure.id);
    const holders = await readPractice(made.owner, async (tx, now) => {
      const { disclosure, version } = text;
      return liveHolders(
        await listHeldStates(
          tx,
          made.owner,
          { id: disclosure.id, versions: [{ ...version, earlierAnswersUntil: null, sameIn: [] }] },
          now,
        ),
        { change: "material", sameIn: [] },
      );
    });
    expect(holders.map(({ patientId }) => patientId)).toEqual([patient.id]);
  });

  test("of anything else than recording does not rest", async () => {
    const { made, ctx, patient, onPhone } = await makePermitted();
    const email = await makeDisclosure(made, { kind: "email-risk" });
    await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, email.disclosure.id), email));
    await onPhone();
    const standing = await readPractice(made.owner, (tx, now) =>
      listPatientConsents(tx, made.owner, [patient.id], "en", now),
    );
    expect(standing.map(({ state }) => state.word)).toEqual(["resting", "given"]);
  });
});
