import { z } from "zod";
import { whenItLeaves } from "@/lib/campaigns/begin-campaign";
import type { StaffContext } from "@/lib/context";
import { daysAfter, today } from "@/lib/dates";
import { publishDraftInput } from "@/lib/disclosures/input";
import { latestVersion } from "@/lib/disclosures/latest-version";
import { disclosureTitles, getDisclosure, listShownVersions } from "@/lib/disclosures/queries";
import { mustSay } from "@/lib/drafts/checks/must-say";
import { findDraft } from "@/lib/drafts/queries";
import { versionOfDraft } from "@/lib/drafts/version-of-draft";
import { readPage } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";
import { compareTexts } from "@/lib/markdown/compare-texts";
import { getPractice } from "@/lib/practices/queries";
import { type HeldState, readingsOf } from "@/lib/publishing/holders";
import { readPublication } from "@/lib/publishing/publication";
import { readAffected } from "@/lib/publishing/who-is-affected";
import { mustMay } from "@/lib/roles";

/** The sheet before anything is chosen: the draft it is about, and the version it follows; null once it is published. */
export async function publishPage(ctx: StaffContext, disclosureId: string, language: Language) {
  mustMay(ctx, "publish-disclosures");
  return readPage(ctx, async (tx, now) => {
    const disclosure = await getDisclosure(tx, ctx, disclosureId);
    const draft = await findDraft(tx, ctx, disclosureId);
    if (!draft || disclosure.retiredAt) return null;
    const { timeZone } = await getPractice(tx, ctx);
    const latest = await latestVersion(tx, ctx, disclosureId);
    const titles = await disclosureTitles(tx, ctx, language);
    const written = languages.flatMap((one) => {
      const text = versionOfDraft(draft.content, one);
      const items = text?.items.map((item, at) => ({ ...item, key: draft.content.items[at]?.key ?? "" }));
      return text && items ? [{ language: one, title: text.title, next: { ...text, items } }] : [];
    });
    const shown = await Promise.all(
      languages.map((one) => (latest ? listShownVersions(tx, ctx, [latest.id], one) : [])),
    );
    return {
      differences: written.flatMap(({ language: one, next }) => {
        const before = shown.flat().find((version) => version.language === one);
        return before && latest
          ? [{ language: one, from: latest.number, compared: compareTexts(before, next) }]
          : [];
      }),
      title: titles.get(disclosureId) ?? written[0]?.title ?? disclosure.key,
      kind: disclosure.kind,
      revision: draft.revision,
      number: (latest?.number ?? 0) + 1,
      isFirst: latest === null,
      written: written.map(({ language: one, title }) => ({ language: one, title })),
      parts: mustSay(disclosure.kind),
      day: today(now, timeZone),
      /** A proposal: half a year on. */
      reviewBy: daysAfter(today(now, timeZone), 182),
    };
  });
}

export const previewPublishInput = z.strictObject({
  choices: publishDraftInput,
  /** A part of a name, where the list of those who are asked is long. */
  search: z.string().max(200),
});

/** What publishing with these choices would do now. Changes nothing. */
export async function previewPublish(ctx: StaffContext, input: z.infer<typeof previewPublishInput>) {
  mustMay(ctx, "publish-disclosures");
  return readPage(ctx, async (tx, now) => {
    const publication = await readPublication(tx, ctx, input.choices, now);
    const { problems, holders, held, next, practice, sameIn } = publication;
    const published = languages.filter((one) => next.texts[one]);
    const { timeZone } = practice;
    return {
      problems,
      timeZone,
      affected: await readAffected(tx, ctx, holders, { search: input.search, timeZone, now }),
      readings: readingsOf(held, published, sameIn),
      openQuestions: countOpen(held),
      effectiveFrom: next.effectiveFrom,
      /** When earlier answers end; null where they do not. */
      earlierAnswersUntil: next.earlierAnswersUntil,
      leavesAt: whenItLeaves(practice, now),
    };
  });
}

export async function publishedZone(ctx: StaffContext): Promise<string> {
  return readPage(ctx, async (tx) => (await getPractice(tx, ctx)).timeZone);
}

/** Questions about this text that wait for an answer: those nobody has read yet move to other wording as well. */
function countOpen(held: readonly HeldState[]) {
  const open = held.flatMap(({ state }) => state.question ?? []);
  const unread = open.filter(({ openedAt }) => !openedAt).length;
  return { unread, reading: open.length - unread };
}
