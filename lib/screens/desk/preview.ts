import type { StaffContext } from "@/lib/context";
import { getDisclosure, type ShownVersion } from "@/lib/disclosures/queries";
import { claimNotes } from "@/lib/drafts/claims";
import { paperFault } from "@/lib/drafts/paper-rules";
import { findPreview, getDraft } from "@/lib/drafts/queries";
import { draftSha256, versionOfDraft } from "@/lib/drafts/version-of-draft";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import {
  type DisclosureText,
  parseDisclosureMarkdown,
  plainTextOf,
  readingMinutes,
} from "@/lib/markdown/markdown";
import { getPractice, getStaffMember } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";

/** The draft as a patient would be shown it today; null where this language is not begun. */
export async function phonePreviewPage(ctx: StaffContext, disclosureId: string, language: Language) {
  mustMay(ctx, "publish-disclosures");
  return readPage(ctx, async (tx, now) => {
    const practice = await getPractice(tx, ctx);
    const disclosure = await getDisclosure(tx, ctx, disclosureId);
    const { content } = await getDraft(tx, ctx, disclosureId);
    const { name: therapist } = await getStaffMember(tx, ctx, ctx.staffId);
    const text = versionOfDraft(content, language);
    if (!text) return { practice, therapist, shown: null };
    const textSha256 = draftSha256(content, language) ?? "";
    const shown: ShownVersion = {
      id: disclosureId,
      disclosureId,
      kind: disclosure.kind,
      number: (disclosure.versions.at(-1)?.number ?? 0) + 1,
      change: "material",
      effectiveFrom: now,
      answersLastMonths: content.answersLastMonths,
      language,
      writtenIn: [language],
      ...text,
      changeSummary: null,
      textSha256,
      foundSha256: textSha256,
      items: text.items.map((item, index) => {
        const key = content.items[index]?.key ?? `${index}`;
        return { ...item, id: key, key, position: index + 1 };
      }),
    };
    const minutes = readingMinutes(wordsOf(text));
    const therapistId = ctx.roles.includes("therapist") ? ctx.staffId : null;
    const claims = await claimNotes(tx, ctx, [text.body], therapistId, now);
    return { practice, therapist, shown, minutes, claims, root: parseDisclosureMarkdown(text.body) };
  });
}

/** How far the picture on paper is, and whether the text changed since. */
export async function paperPreviewPage(ctx: StaffContext, disclosureId: string, language: Language) {
  mustMay(ctx, "publish-disclosures");
  return readPage(ctx, async (tx) => {
    const { timeZone } = await getPractice(tx, ctx);
    const draft = await getDraft(tx, ctx, disclosureId);
    const preview = await findPreview(tx, ctx, draft.id, language);
    const isBegun = draft.content.texts[language] !== null;
    if (!preview) return { timeZone, isBegun, preview: null };
    const { askedAt, drawnAt, fault, revision, pdf } = preview;
    const about = {
      askedAt,
      drawnAt,
      hasFile: pdf !== null,
      fault: fault === null ? null : paperFault(fault),
    };
    return { timeZone, isBegun, preview: { ...about, isOld: revision !== draft.revision } };
  });
}

/** The file itself, once it is drawn. */
export async function paperPreviewFile(ctx: StaffContext, disclosureId: string, language: Language) {
  mustMay(ctx, "publish-disclosures");
  return readPage(ctx, async (tx) => {
    const draft = await getDraft(tx, ctx, disclosureId);
    return (await findPreview(tx, ctx, draft.id, language))?.pdf ?? null;
  });
}

function wordsOf({ title, inShort, body, items }: DisclosureText) {
  const uses = items.flatMap(({ required: _, ...words }) => Object.values(words));
  return [title, inShort, plainTextOf(parseDisclosureMarkdown(body)), ...uses].join("\n");
}
