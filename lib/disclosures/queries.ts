import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { rowsOf } from "@/db/rows-of";
import {
  type Disclosure,
  disclosures,
  items,
  itemTexts,
  retirements,
  versions,
  versionTexts,
} from "@/db/schema";
import type { Context } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { canonicalDisclosureText, disclosureTextSha256 } from "@/lib/markdown/markdown";
import type { DisclosureKind } from "./kinds";
import type { VersionFacts } from "./rules";

export type DisclosureWithVersions = {
  id: string;
  kind: DisclosureKind;
  key: string;
  position: number;
  audience: Disclosure["audience"];
  retiredAt: Date | null;
  versions: VersionFacts[];
};

/** As it is listed, a version also says when it was published, by when it is to be looked at again, and what it asks. */
export type ListedDisclosure = Omit<DisclosureWithVersions, "versions"> & {
  versions: (VersionFacts & { reviewBy: string | null; publishedAt: Date; items: ListedItem[] })[];
};

export type ListedItem = Pick<typeof items.$inferSelect, "id" | "key" | "position">;

export type ShownItem = {
  id: string;
  key: string;
  position: number;
  required: boolean;
  label: string;
  whatFor: string;
  whoSees: string;
  where: string;
  until: string;
  copy: string;
};

/** One version as a person reads it; `language` is that of the text, which may not be the one they asked for. */
export type ShownVersion = {
  id: string;
  disclosureId: string;
  kind: DisclosureKind;
  number: number;
  change: "material" | "editorial";
  effectiveFrom: Date;
  answersLastMonths: number | null;
  language: Language;
  writtenIn: readonly Language[];
  title: string;
  inShort: string;
  body: string;
  changeSummary: string | null;
  /** The fingerprint it was published with, and that of what is stored now: they are the same, or it was altered. */
  textSha256: string;
  foundSha256: string;
  items: ShownItem[];
};

/** The disclosures of the practice in their order, each with its published versions, oldest first. */
export async function listDisclosures(tx: Tx, ctx: Context): Promise<ListedDisclosure[]> {
  const { practiceId } = ctx;
  const rows = await tx
    .select({
      disclosure: disclosures,
      retiredAt: retirements.retiredAt,
      version: versions,
      asked: rowsOf(items, on(versions, items.versionId), items.position),
    })
    .from(disclosures)
    .leftJoin(retirements, on(disclosures, retirements.disclosureId))
    .leftJoin(versions, on(disclosures, versions.disclosureId))
    .where(eq(disclosures.practiceId, practiceId))
    .orderBy(asc(disclosures.position), asc(disclosures.key), asc(versions.number));
  return [...Map.groupBy(rows, ({ disclosure }) => disclosure.id).values()].flatMap((ofOne) => {
    const published = ofOne.flatMap(({ version, asked }) => (version ? { ...version, items: asked } : []));
    return ofOne.slice(0, 1).map(({ disclosure, retiredAt }) => {
      return { ...disclosure, retiredAt, versions: published };
    });
  });
}

export async function getDisclosure(tx: Tx, ctx: Context, disclosureId: string) {
  const found = (await listDisclosures(tx, ctx)).find((disclosure) => disclosure.id === disclosureId);
  if (!found) throw new NotFound();
  return found;
}

/** The published versions of one disclosure in full, newest first. */
export async function listVersions(tx: Tx, ctx: Context, disclosureId: string) {
  return tx
    .select()
    .from(versions)
    .where(and(eq(versions.practiceId, ctx.practiceId), eq(versions.disclosureId, disclosureId)))
    .orderBy(desc(versions.number));
}

/**
 * The title of every disclosure: that of the text in force, or of the first there will be; in this language or, where
 * that text has none in it, in the one it has.
 */
export async function disclosureTitles(tx: Tx, ctx: Context, language: Language) {
  const rows = await tx
    .selectDistinctOn([versions.disclosureId], {
      disclosureId: versions.disclosureId,
      title: versionTexts.title,
    })
    .from(versions)
    .innerJoin(versionTexts, on(versions, versionTexts.versionId))
    .where(eq(versions.practiceId, ctx.practiceId))
    .orderBy(
      versions.disclosureId,
      // From the number in force downwards, then from the next one upwards.
      sql`${versions.effectiveFrom} > now()`,
      sql`case when ${versions.effectiveFrom} > now() then ${versions.number} else -${versions.number} end`,
      ...preferring(versionTexts.language, language),
    );
  return new Map(rows.map((row) => [row.disclosureId, row.title]));
}

/** What each of these versions is called, in this language or the one it has. */
export async function versionTitles(
  tx: Tx,
  ctx: Context,
  versionIds: readonly string[] | "all",
  language: Language,
) {
  if (versionIds.length === 0) return new Map<string, string>();
  const among = versionIds === "all" ? undefined : inArray(versionTexts.versionId, [...new Set(versionIds)]);
  const rows = await tx
    .selectDistinctOn([versionTexts.versionId], {
      versionId: versionTexts.versionId,
      title: versionTexts.title,
    })
    .from(versionTexts)
    .where(and(eq(versionTexts.practiceId, ctx.practiceId), among))
    .orderBy(versionTexts.versionId, ...preferring(versionTexts.language, language));
  return new Map(rows.map((row) => [row.versionId, row.title]));
}

export async function getShownVersion(
  tx: Tx,
  ctx: Context,
  versionId: string,
  language: Language,
): Promise<ShownVersion> {
  const [shown] = await listShownVersions(tx, ctx, [versionId], language);
  if (!shown) throw new NotFound();
  return shown;
}

/** These versions as a person reads them: in this language or, where a version has no text in it, in the one it has. */
export async function listShownVersions(tx: Tx, ctx: Context, versionIds: string[], language: Language) {
  if (versionIds.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([versions.id], {
      version: versions,
      text: versionTexts,
      kind: disclosures.kind,
      shownItems: itemsInLanguage(),
      writtenIn: sql<
        Language[]
      >`(select array_agg(t.language::text order by t.language) from ${versionTexts} t
        where t.practice_id = ${versions.practiceId} and t.version_id = ${versions.id})`,
    })
    .from(versions)
    .innerJoin(disclosures, on(disclosures, versions.disclosureId))
    .innerJoin(versionTexts, on(versions, versionTexts.versionId))
    .where(and(eq(versions.practiceId, ctx.practiceId), inArray(versions.id, versionIds)))
    .orderBy(versions.id, ...preferring(versionTexts.language, language));
  return rows.map(({ version, text, kind, shownItems, writtenIn }): ShownVersion => {
    const { title, inShort, body, changeSummary, textSha256 } = text;
    const { id, disclosureId, number, change, effectiveFrom, answersLastMonths } = version;
    const head = { id, disclosureId, kind, number, change, effectiveFrom, answersLastMonths };
    const foundSha256 = disclosureTextSha256(
      canonicalDisclosureText({ title, inShort, body, items: shownItems }),
    );
    const said = { language: text.language, writtenIn, title, inShort, body, changeSummary };
    return { ...head, ...said, textSha256, foundSha256, items: shownItems };
  });
}

/** The uses of the version and the language that this row is about, as one value. */
function itemsInLanguage(): SQL<ShownItem[]> {
  return sql`(select coalesce(json_agg(json_build_object(
      'id', i.id, 'key', i.key, 'position', i.position, 'required', i.required,
      'label', t.label, 'whatFor', t.what_for, 'whoSees', t.who_sees, 'where', t.where_kept, 'until', t.until_when,
      'copy', t.your_copy) order by i.position), '[]')
    from ${items} i
    join ${itemTexts} t on t.practice_id = i.practice_id and t.item_id = i.id
    where i.practice_id = ${versions.practiceId} and i.version_id = ${versions.id}
      and t.language = ${versionTexts.language})`;
}

export async function isRetired(tx: Tx, ctx: Context, disclosureId: string): Promise<boolean> {
  const ofDisclosure = eq(retirements.disclosureId, disclosureId);
  const found = await tx
    .select({ id: retirements.id })
    .from(retirements)
    .where(and(eq(retirements.practiceId, ctx.practiceId), ofDisclosure));
  return found.length > 0;
}

/** This language first, the others in the order of the practice's languages. */
export function preferring(
  column: typeof versionTexts.language | typeof itemTexts.language,
  language: Language,
) {
  return [desc(sql`${column} = ${language}`), asc(column)];
}

/** Publishing holds the disclosure; answering shares it, so that the two have an order. */
export async function lockDisclosure(tx: Tx, ctx: Context, disclosureId: string) {
  const [row] = await tx
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.practiceId, ctx.practiceId), eq(disclosures.id, disclosureId)))
    .for("no key update");
  if (!row) throw new NotFound();
  return row;
}

/** Held by whoever answers or is asked: a text that is published or retired meanwhile waits for them, or they for it. */
export async function shareDisclosure(tx: Tx, ctx: Context, disclosureId: string) {
  const [row] = await tx
    .select({ id: disclosures.id })
    .from(disclosures)
    .where(and(eq(disclosures.practiceId, ctx.practiceId), eq(disclosures.id, disclosureId)))
    .for("share");
  if (!row) throw new NotFound();
}
