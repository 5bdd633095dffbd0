import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { answers, patients, requests } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import type { PatientContext } from "@/lib/context";
import { getDisclosure, type ShownVersion } from "@/lib/disclosures/queries";
import { draft, draftText } from "@/lib/drafts/drafts.fixture";
import { inPractice, readPractice } from "@/lib/in-practice";
import { openRequest } from "@/lib/requests/open-request";
import { answerPage } from "@/lib/screens/my/answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { publishDraft } from "./publish-draft";
import { choices, writeDraft } from "./publishing.fixture";

await testDatabase();

const rounds = 100;
const answering = 10;

type Racer = { ctx: PatientContext; requestId: string; opens: boolean };
type Race = Racer & {
  shown: ShownVersion;
  change: "material" | "editorial";
  outcome: PromiseSettledResult<unknown>;
};
type World = Awaited<ReturnType<typeof makeWorld>>;

/** Five texts, and a thousand patients with a question open about one of them. */
async function makeWorld() {
  const made = await makePractice();
  const texts = await Promise.all([1, 2, 3, 4, 5].map((position) => makeDisclosure(made, { position })));
  const { patient: like, ctx: likeCtx } = await makePatient(made);
  const racers = Array.from({ length: rounds * answering }, (_, index): Racer => {
    const patientId = uuid();
    const ctx = { ...likeCtx, patientIds: [patientId] };
    return { ctx, requestId: uuid(), opens: index % 2 === 0 };
  });
  await inPractice(made.system, async (tx, now) => {
    const { practiceId } = made.system;
    const ids = racers.map(({ ctx }) => ctx.patientIds[0] ?? "");
    await tx.insert(patients).values(ids.map((id) => ({ ...like, id, email: null, mailboxOf: null })));
    await tx.insert(requests).values(
      racers.map(({ requestId }, index) => {
        const text = texts[Math.floor(index / answering) % texts.length];
        return {
          practiceId,
          id: requestId,
          patientId: ids[index] ?? "",
          askedBy: made.owner.staffId,
          disclosureId: text?.disclosure.id ?? "",
          versionId: text?.version.id ?? "",
          sittingId: uuid(),
          askingId: uuid(),
          askedAt: now,
          dueOn: null,
          route: "portal" as const,
          origin: "staff" as const,
        };
      }),
    );
  });
  return { made, disclosureIds: texts.map(({ disclosure }) => disclosure.id), racers };
}

/** Ten people sign what they have before them, while the next text is published somewhere among them. */
async function raceOnce({ made, disclosureIds, racers }: World, round: number): Promise<Race[]> {
  const disclosureId = disclosureIds[round % disclosureIds.length] ?? "";
  const ten = racers.slice(round * answering, (round + 1) * answering);
  const change = round % 3 === 2 ? "editorial" : "material";
  const content = draft({
    texts: {
      en: draftText({ body: `Text ${round}.` }),
      es: draftText({ title: "Grabar", body: `Texto ${round}.` }),
    },
  });
  await writeDraft(made, disclosureId, content);
  const shown = await Promise.all(ten.map(readAsPatient));
  const publishing = () =>
    publishDraft(
      made.owner,
      choices(made, disclosureId, { change, earlier: change === "material" ? "end" : null }),
    );
  const started: (() => Promise<unknown>)[] = ten.map((racer, index) => () => sign(racer, shown[index]));
  started.splice(round % (answering + 1), 0, publishing);
  const outcomes = await Promise.allSettled(started.map((start) => start()));
  const [published] = outcomes.splice(round % (answering + 1), 1);
  expect(published?.status).toBe("fulfilled");
  return ten.flatMap((racer, index) => {
    const [text, outcome] = [shown[index], outcomes[index]];
    return text && outcome ? [{ ...racer, shown: text, change, outcome }] : [];
  });
}

async function readAsPatient({ ctx, requestId, opens }: Racer): Promise<ShownVersion> {
  const { text } = await answerPage(ctx, requestId, "en");
  if (opens) await openRequest(ctx, { requestId, versionId: text.id });
  return text;
}

function sign({ ctx, requestId }: Racer, shown: ShownVersion | undefined) {
  if (!shown) throw new Error("Nothing was shown");
  return answerRequest(ctx, {
    requestId,
    versionId: shown.id,
    language: shown.language,
    textSha256: shown.textSha256,
    answers: Object.fromEntries(shown.items.map(({ id }) => [id, "yes" as const])),
    printedName: "Ana María Ruiz",
    mark: null,
  });
}

let world: World;
const races: Race[] = [];

beforeAll(async () => {
  world = await makeWorld();
  for (let round = 0; round < rounds; round++) races.push(...(await raceOnce(world, round)));
}, 300_000);

test("a thousand were run, and either side won often", () => {
  const won = races.filter(({ outcome }) => outcome.status === "fulfilled").length;
  expect(races).toHaveLength(1_000);
  expect(won).toBeGreaterThan(100);
  expect(races.length - won).toBeGreaterThan(100);
});

test("every refusal says that there is a newer text, and nobody is refused who had read it before other wording came", () => {
  for (const { outcome, change, opens } of races) {
    if (outcome.status === "fulfilled") continue;
    expect(outcome.reason).toMatchObject({ name: "Refused", reason: "newer-version" });
    expect([change, opens]).not.toEqual(["editorial", true]);
  }
});

test("what is stored of each is exactly what that patient was shown, and of who was refused nothing", async () => {
  const { owner } = world.made;
  const stored = await readPractice(owner, (tx) => tx.select().from(answers));
  const byRequest = new Map(stored.map((answer) => [answer.requestId, answer]));
  for (const { requestId, shown, outcome } of races) {
    const { id: versionId, textSha256, language } = shown;
    const expected =
      outcome.status === "fulfilled"
        ? expect.objectContaining({ versionId, textSha256, language })
        : undefined;
    expect(byRequest.get(requestId)).toEqual(expected);
  }
});

test("no answer came after a text that changed what it answers", async () => {
  const { owner } = world.made;
  const stored = await readPractice(owner, (tx) => tx.select().from(answers));
  const texts = await readPractice(owner, (tx) =>
    Promise.all(world.disclosureIds.map((id) => getDisclosure(tx, owner, id))),
  );
  const versions = texts.flatMap((text) => text.versions.map((one) => ({ ...one, disclosureId: text.id })));
  const late = stored.filter(({ disclosureId, versionId, answeredAt }) => {
    const answered = versions.find(({ id }) => id === versionId);
    return versions.some(
      (one) =>
        one.disclosureId === disclosureId &&
        one.change === "material" &&
        one.number > (answered?.number ?? 0) &&
        one.effectiveFrom < answeredAt,
    );
  });
  expect(late).toEqual([]);
});
