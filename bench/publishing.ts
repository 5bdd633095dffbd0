import { count, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { campaignHolders, draftPreviews, drafts } from "@/db/schema";
import { daysAfter, today } from "@/lib/dates";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { listShownVersions, type ShownVersion } from "@/lib/disclosures/queries";
import { mustSay } from "@/lib/drafts/checks/must-say";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { partKey } from "@/lib/drafts/part-key";
import { inPractice, readPractice } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { previewPublish } from "@/lib/screens/desk/publish";
import { analyze } from "./board";
import { fillBoard } from "./board-rows";
import { type Figure, figureOf } from "./figures";
import { type BenchPractice, makeBenchPractice } from "./practice";
import type { Sizes } from "./sizes";

/** A change of each text of a large practice, half of which holds an answer to it. */
export async function measurePublishing({ patients }: Sizes["publishing"]): Promise<Figure[]> {
  // Of ten patients five said yes and left it at that.
  const holders = patients / 2;
  const practice = await makeBenchPractice("Publishing");
  await fillBoard(practice, patients);
  await analyze();
  const previews: number[] = [];
  const publishes: number[] = [];
  for (const text of practice.texts) {
    const input = await draftNext(practice, text);
    previews.push(await timed(() => previewPublish(practice.owner, { choices: input, search: "" })));
    publishes.push(await timed(() => publishDraft(practice.owner, input)));
  }
  await mustHaveAsked(practice, holders);
  return [
    figureOf("publishing", `Publishing a change that ${holders} people are asked about`, "ms", publishes, {
      atMost: 5_000,
    }),
    figureOf("publishing", "  who is affected, before it", "ms", previews),
  ];
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** The text in force with another word at its end, read by somebody who knows the language. */
async function draftNext(practice: BenchPractice, text: ShownVersion): Promise<PublishDraftInput> {
  const { owner, system } = practice;
  const { practiceId } = system;
  const { disclosureId } = text;
  const day = today(new Date(), practice.practice.timeZone);
  const shown = await readPractice(owner, (tx) =>
    Promise.all(
      languages.map(async (one) => (await listShownVersions(tx, owner, [text.id], one))[0] ?? text),
    ),
  );
  const [en = text, es = text] = shown;
  const content = contentOf(en, es);
  await inPractice(system, async (tx, now) => {
    const by = owner.staffId;
    const draftId = uuid();
    await tx.insert(drafts).values({
      practiceId,
      id: draftId,
      disclosureId,
      revision: 1,
      content,
      begunAt: now,
      begunBy: by,
      savedAt: now,
      savedBy: by,
    });
    const drawn = { practiceId, draftId, revision: 1, askedAt: now, drawnAt: now };
    await tx.insert(draftPreviews).values(languages.map((language) => ({ ...drawn, id: uuid(), language })));
  });
  return {
    disclosureId,
    revision: 1,
    change: "material",
    summaries: { en: "Another word.", es: "Otra palabra." },
    effectiveOn: day,
    reviewBy: daysAfter(day, 180),
    earlier: "until",
    earlierUntil: daysAfter(day, 30),
    saidOtherwise: languages.flatMap((one) => mustSay(text.kind).map((part) => partKey(one, part))),
    leftOut: [],
    unread: ["es"],
  };
}

function contentOf(en: ShownVersion, es: ShownVersion): DraftContent {
  const textOf = ({ title, inShort, body }: ShownVersion) => ({
    title,
    inShort,
    sayAloud: "",
    body: `${body}\n\nBench.`,
  });
  const words = ({ items }: ShownVersion, key: string) => {
    const found = items.find((item) => item.key === key);
    const { label = "", whatFor = "", whoSees = "", where = "", until = "", copy = "" } = found ?? {};
    return { label, whatFor, whoSees, where, until, copy };
  };
  return {
    texts: { en: textOf(en), es: textOf(es) },
    items: en.items.map(({ key, required }) => ({
      key,
      required,
      leavesPractice: null,
      mostViewers: null,
      copyForPatient: null,
      texts: { en: words(en, key), es: words(es, key) },
    })),
    answersLastMonths: null,
  };
}

async function mustHaveAsked({ system, texts }: BenchPractice, holders: number) {
  const [row] = await readPractice(system, (tx) =>
    tx
      .select({ held: count() })
      .from(campaignHolders)
      .where(eq(campaignHolders.practiceId, system.practiceId)),
  );
  if (row?.held !== holders * texts.length) throw new Error(`${row?.held} people would be asked`);
}
