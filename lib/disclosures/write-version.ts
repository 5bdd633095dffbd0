import { v7 as uuid } from "uuid";
import { items, itemTexts, versions, versionTexts } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import { versionTermsSha256 } from "@/lib/audit/version-terms";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";
import {
  canonicalDisclosureText,
  type DisclosureText,
  disclosureTextSha256,
  type ItemText,
} from "@/lib/markdown/markdown";

import { latestVersion } from "./latest-version";
import { sameLanguages } from "./rules";

export type WrittenText = Omit<DisclosureText, "items"> & {
  changeSummary: string | null;
  sayAloud: string | null;
};

/** The next version in full; it has each of its uses in each of its languages. */
export type NewVersion = {
  disclosureId: string;
  number: number;
  change: "material" | "editorial";
  effectiveFrom: Date;
  earlierAnswersUntil: Date | null;
  answersLastMonths: number | null;
  reviewBy: string | null;
  texts: Partial<Record<Language, WrittenText>>;
  items: readonly {
    key: string;
    required: boolean;
    leavesPractice: boolean | null;
    mostViewers: number | null;
    copyForPatient: boolean | null;
    texts: Partial<Record<Language, Omit<ItemText, "required">>>;
  }[];
};

/** The fingerprint of what the version says, in each language it has. */
export function versionSha256({
  texts,
  items: uses,
}: Pick<NewVersion, "texts" | "items">): Partial<Record<Language, string>> {
  return Object.fromEntries(
    languagesOf(texts).map(({ language, text }) => {
      const shown = uses.flatMap(({ required, texts: wording }) => {
        const words = wording[language];
        return words ? [{ ...words, required }] : [];
      });
      return [language, disclosureTextSha256(canonicalDisclosureText({ ...text, items: shown }))];
    }),
  );
}

/** Writes a version whose refusals are asked already, and says the event that the caller records. */
export async function writeVersion(
  tx: Tx,
  ctx: Context,
  next: NewVersion,
  now: Date,
): Promise<{ versionId: string; event: AuditEvent }> {
  const { practiceId } = ctx;
  const versionId = uuid();
  const before = await latestVersion(tx, ctx, next.disclosureId);
  const { texts, items: uses, ...columns } = next;
  const hashes = versionSha256(next);
  const version = {
    ...columns,
    sameIn: sameLanguages(before, { ...next, texts: hashes }),
    publishedAt: now,
    publishedBy: ctx.kind === "staff" ? ctx.staffId : null,
  };
  const written = languagesOf(texts).map(({ language, text }) => ({ language, ...text }));
  await tx.insert(versions).values({ ...version, practiceId, id: versionId });
  await tx.insert(versionTexts).values(
    written.map((text) => {
      const textSha256 = hashes[text.language] ?? "";
      return { practiceId, id: uuid(), versionId, ...text, textSha256 };
    }),
  );
  const placed = uses.map((use, index) => ({ ...use, id: uuid(), position: index + 1 }));
  await tx.insert(items).values(
    placed.map(({ texts: _, ...item }) => {
      return { practiceId, versionId, ...item };
    }),
  );
  await tx.insert(itemTexts).values(
    placed.flatMap(({ id: itemId, texts: wording }) =>
      languages.flatMap((language) => {
        const words = texts[language] && wording[language];
        return words ? [{ practiceId, id: uuid(), itemId, language, ...words }] : [];
      }),
    ),
  );
  const { disclosureId, number: versionNumber, change } = next;
  const about = { disclosureId, versionId, versionNumber, change };
  const termsSha256 = versionTermsSha256({ version, texts: written, uses });
  return { versionId, event: { name: "disclosure.published", ...about, textSha256: hashes, termsSha256 } };
}

function languagesOf(texts: NewVersion["texts"]) {
  return languages.flatMap((language) => {
    const text = texts[language];
    return text ? [{ language, text }] : [];
  });
}
