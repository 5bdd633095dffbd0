import { describe, expect, test } from "vitest";
import { attestationFiles, attestations } from "@/db/schema";
import { daysAfter } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { endRole } from "@/lib/practices/end-role";
import { safeguardPage } from "@/lib/screens/desk/safeguards";
import { ownSafeguardsPage } from "@/lib/screens/my/safeguards";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { attestSafeguard } from "./attest-safeguard";
import { checksOwed } from "./claims";
import { dropSafeguard } from "./drop-safeguard";
import { openAttestation } from "./open-attestation";
import { checkBy, checkToday, claimsOf, dayIn, makeClaim, ownClaim, picture } from "./safeguards.fixture";

const { asSuperuser } = await testDatabase();

const note = "The canary sings: waiting room and passcode, as on the picture.";

async function makeChecked() {
  const known = await makeClaim();
  const { therapist } = known.made;
  const input = { ...checkBy(therapist, known.safeguardId, dayIn(known.made)), note };
  const { attestationId } = await attestSafeguard(therapist, input, picture);
  return { ...known, attestationId };
}

const worst = async (made: Parameters<typeof claimsOf>[0]) =>
  (await claimsOf(made))[0]?.stalest?.freshness.word;

describe("a check", () => {
  test("is written with its day, and the claim counts from it", async () => {
    const { made, safeguardId, attestationId } = await makeChecked();
    expect(await worst(made)).toBe("fresh");
    const { history } = await safeguardPage(made.owner, safeguardId, "en");
    const [look] = history;
    expect(look).toMatchObject({ id: attestationId, outcome: "holds", checkedOn: dayIn(made) });
    expect(look).toMatchObject({ note, fileName: picture.name, byName: "Test therapist" });
  });

  test("is recorded without the note", async () => {
    const { made, safeguardId, attestationId } = await makeChecked();
    const last = (await trailOf(made.practice.id)).at(-1);
    expect(last).toMatchObject({ name: "safeguard.attested", safeguardId, attestationId, outcome: "holds" });
    expect(JSON.stringify(await trailOf(made.practice.id))).not.toContain("canary");
  });

  test("keeps its note and its file sealed", async () => {
    const { made } = await makeChecked();
    const { owner } = made;
    const rows = await readPractice(owner, async (tx) => [
      ...(await tx.select({ sealed: attestations.sealedNote }).from(attestations)),
      ...(await tx.select({ sealed: attestationFiles.sealed }).from(attestationFiles)),
    ]);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const { sealed } of rows) {
      expect(sealed?.includes("canary")).toBe(false);
      expect(sealed?.includes("settings")).toBe(false);
    }
  });

  test("that it does not hold counts against it", async () => {
    const { made, safeguardId } = await makeChecked();
    const said = { ...checkBy(made.therapist, safeguardId, dayIn(made)), outcome: "fails" as const };
    await attestSafeguard(made.therapist, said, null);
    expect(await worst(made)).toBe("failed");
  });

  test("of another account, of a day to come, with no picture, or of a dropped claim is refused", async () => {
    const { made, safeguardId } = await makeClaim();
    const said = checkBy(made.therapist, safeguardId, dayIn(made));
    const attest = (change: Partial<typeof said>, file: typeof picture | null = null) =>
      attestSafeguard(made.therapist, { ...said, ...change }, file);
    const tomorrow = daysAfter(dayIn(made), 1);
    await expect(attest({ staffId: made.owner.staffId })).rejects.toMatchObject({
      reason: "not-your-account",
    });
    await expect(attest({ checkedOn: tomorrow })).rejects.toMatchObject({ reason: "attested-in-future" });
    const script = { name: "a.html", bytes: Buffer.from("<script>") };
    await expect(attest({}, script)).rejects.toMatchObject({ reason: "file-unknown-kind" });
    expect(await worst(made)).toBe("never");
    await dropSafeguard(made.owner, { safeguardId });
    await expect(attest({})).rejects.toMatchObject({ reason: "claim-dropped" });
  });

  test("in another practice is not found", async () => {
    const { safeguardId } = await makeClaim();
    const { owner } = await makePractice();
    await expect(
      attestSafeguard(owner, checkBy(owner, safeguardId, "2026-01-12"), null),
    ).rejects.toBeInstanceOf(NotFound);
  });

  test("said by two at once is two checks", async () => {
    const { made, safeguardId } = await makeClaim();
    await Promise.all([checkToday(made, safeguardId), checkToday(made, safeguardId)]);
    expect((await safeguardPage(made.owner, safeguardId, "en")).history).toHaveLength(2);
  });
});

describe("what shows it", () => {
  test("is handed to staff who may read it, and each opening is told of", async () => {
    const { made, attestationId } = await makeChecked();
    for (const reader of [made.owner, made.therapist, made.auditor]) {
      const opened = await openAttestation(reader, attestationId);
      expect(opened).toEqual({ bytes: picture.bytes, mediaType: "image/png" });
      const last = (await trailOf(made.practice.id)).at(-1);
      expect(last).toMatchObject({ name: "attestation.opened", attestationId });
    }
  });

  test("is not found in another practice, and its note not shown to the office", async () => {
    const { made, safeguardId, attestationId } = await makeChecked();
    const { owner } = await makePractice();
    await expect(openAttestation(owner, attestationId)).rejects.toBeInstanceOf(NotFound);
    await expect(safeguardPage(owner, safeguardId, "en")).rejects.toBeInstanceOf(NotFound);
    const { history, mayRead } = await safeguardPage(made.office, safeguardId, "en");
    expect(history).toMatchObject([{ note: null, hasNote: true }]);
    expect(mayRead).toBe(false);
  });

  test("is kept back once it was altered, and then nothing is told", async () => {
    const { made, attestationId } = await makeChecked();
    await asSuperuser(`update attestation_files set sealed = overlay(sealed placing '\\x00' from 40)
      where attestation_id = '${attestationId}'`);
    const { length } = await trailOf(made.practice.id);
    const opened = openAttestation(made.owner, attestationId);
    await expect(opened).rejects.toMatchObject({ reason: "attestation-damaged" });
    expect(await trailOf(made.practice.id)).toHaveLength(length);
  });
});

describe("who has to look", () => {
  test("is everybody who treats patients, and the practice is as fresh as the stalest of them", async () => {
    const { made, safeguardId } = await makeChecked();
    const colleague = await makeStaff(made, { roles: ["therapist"], name: "Second" });
    const [claim] = await claimsOf(made);
    expect(claim?.accounts).toHaveLength(2);
    expect(claim?.stalest).toMatchObject({ staffId: colleague.staffId, freshness: { word: "never" } });
    await attestSafeguard(colleague, checkBy(colleague, safeguardId, dayIn(made)), null);
    expect(await worst(made)).toBe("fresh");
  });

  test("is asked of themselves alone, and an owner sees everybody's", async () => {
    const { made } = await makeChecked();
    const colleague = await makeStaff(made, { roles: ["therapist"], name: "Second" });
    const claims = await claimsOf(made);
    expect(checksOwed(claims, made.therapist, false)).toEqual([]);
    expect(checksOwed(claims, colleague, false)).toHaveLength(1);
    const [owed] = checksOwed(claims, made.owner, true);
    expect(owed?.accounts).toMatchObject([{ staffId: colleague.staffId }]);
  });

  test("is the owner where nobody treats patients", async () => {
    const { made } = await makeClaim();
    const { staffId } = made.therapist;
    await endRole(made.owner, { staffId, role: "therapist" });
    expect((await claimsOf(made))[0]?.accounts).toMatchObject([{ staffId: made.owner.staffId }]);
  });
});

describe("what a patient reads", () => {
  test("is the claim with its day once their own therapist has looked, and the intention before", async () => {
    const { made, safeguardId } = await makeClaim();
    const { ctx } = await makePatient(made);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const { ctx: others } = await makePatient(made, { treatingStaffId: colleague.staffId });
    const read = async (reader: typeof ctx) =>
      (await ownSafeguardsPage(reader, "es")).people.flatMap(({ claims }) => claims);
    expect(await read(ctx)).toMatchObject([{ words: ownClaim.intent.es, isChecked: false, checkedOn: null }]);
    await checkToday(made, safeguardId);
    expect(await read(ctx)).toMatchObject([
      { words: ownClaim.claim.es, isChecked: true, checkedOn: dayIn(made) },
    ]);
    expect(await read(others)).toMatchObject([{ words: ownClaim.intent.es, isChecked: false }]);
    await dropSafeguard(made.owner, { safeguardId });
    expect(await read(ctx)).toEqual([]);
  });
});
