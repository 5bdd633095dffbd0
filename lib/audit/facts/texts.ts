import { and, asc, eq, lt } from "drizzle-orm";
import { on } from "@/db/on";
import { events, items, itemTexts, versions, versionTexts } from "@/db/schema";
import { broken, type FactBreak } from "@/lib/audit/fact-break";
import { versionTermsSha256 } from "@/lib/audit/version-terms";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { canonicalDisclosureText, disclosureTextSha256 } from "@/lib/markdown/markdown";
import { type CanonicalObject, parseCanonical } from "@/verifier/trail/canonical";
import { actedBy, bySomebodyElse } from "./acted-by";

export type Published = { seq: number; effectiveFrom: Date | null; hashes: CanonicalObject };
type Stored = Awaited<ReturnType<typeof readTexts>>;

/** Whether each published text still is what its entry has the fingerprint of; and those fingerprints, by version. */
export async function checkTexts(tx: Tx, ctx: Context, size: number) {
  const told = await tx
    .select({ seq: events.seq, body: events.body })
    .from(events)
    .where(
      and(
        eq(events.practiceId, ctx.practiceId),
        eq(events.name, "disclosure.published"),
        lt(events.seq, size),
      ),
    )
    .orderBy(asc(events.seq));
  const stored = await readTexts(tx, ctx);
  const published = new Map<string, Published>();
  let first: FactBreak | null = null;
  for (const { seq, body } of told) {
    const event = parseCanonical(body) ?? {};
    const version = stored.versions.get(String(event.versionId));
    const hashes = typeof event.textSha256 === "object" ? (event.textSha256 as CanonicalObject) : {};
    published.set(String(event.versionId), { seq, effectiveFrom: version?.effectiveFrom ?? null, hashes });
    const why = whyNotPublished(event, hashes, stored);
    if (why) first ??= broken(seq, "text", `The text published in entry ${seq} ${why}.`);
  }
  return { checked: told.length, broken: first, published };
}

function whyNotPublished(event: CanonicalObject, hashes: CanonicalObject, stored: Stored): string | null {
  const version = stored.versions.get(String(event.versionId));
  if (!version) return "is not there";
  const { disclosureId, number, change } = version;
  if (disclosureId !== event.disclosureId || number !== event.versionNumber || change !== event.change)
    return "is filed under something else than was published";
  if (version.publishedBy !== actedBy(event, ["staff"])) return bySomebodyElse;
  const texts = stored.texts.get(version.id) ?? [];
  const same = texts.every(
    (text) => text.textSha256 === hashes[text.language] && hashOf(text, stored) === hashes[text.language],
  );
  if (!same) return "is no longer that text";
  if (texts.length !== Object.keys(hashes).length) return "is there in other languages than were published";
  if (event.termsSha256 === undefined) return null;
  const uses = Map.groupBy(stored.uses.get(version.id) ?? [], ({ item }) => item.id);
  const asFacts = [...uses.values()].flatMap(([use]) => use?.item ?? []);
  return versionTermsSha256({ version, texts, uses: asFacts }) === event.termsSha256
    ? null
    : "is published under other terms than it was";
}

function hashOf(text: typeof versionTexts.$inferSelect, { uses }: Stored): string {
  const { title, inShort, body, language, versionId } = text;
  const shown = (uses.get(versionId) ?? [])
    .filter((use) => use.text.language === language)
    .map(({ item, text: words }) => ({ ...words, required: item.required }));
  return disclosureTextSha256(canonicalDisclosureText({ title, inShort, body, items: shown }));
}

async function readTexts(tx: Tx, { practiceId }: Context) {
  const rows = await tx.select().from(versions).where(eq(versions.practiceId, practiceId));
  const texts = await tx.select().from(versionTexts).where(eq(versionTexts.practiceId, practiceId));
  const uses = await tx
    .select({ item: items, text: itemTexts })
    .from(items)
    .innerJoin(itemTexts, on(items, itemTexts.itemId))
    .where(eq(items.practiceId, practiceId))
    .orderBy(asc(items.position));
  return {
    versions: new Map(rows.map((row) => [row.id, row])),
    texts: Map.groupBy(texts, ({ versionId }) => versionId),
    uses: Map.groupBy(uses, ({ item }) => item.versionId),
  };
}
