import { and, eq, inArray, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { items, itemTexts, versions, versionTexts } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { foldedInPlace } from "@/lib/markdown/folded-in-place";
import type { DisclosureText } from "@/lib/markdown/markdown";
import { type NamedPlatform, platformName } from "@/lib/platforms/platform-name";
import { type DefaultFacts, practiceDefault } from "@/lib/platforms/platform-of-record";
import type { DisclosureKind } from "./kinds";
import { listDisclosures } from "./queries";
import { currentVersion } from "./rules";

type Words = Pick<DisclosureText, "title" | "inShort" | "body">;

/** Whether a text says the name of a platform, as a word of its own. */
export function namesPlatform({ title, inShort, body }: Words, name: NamedPlatform, language: Language) {
  const text = oneLine([title, inShort, body].join("\n"));
  const wanted = oneLine(platformName(name, language));
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + wanted.length])) return true;
  return false;
}

function oneLine(text: string): string {
  return foldedInPlace(text).replaceAll(/\s+/g, " ");
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

export type TextInForce = {
  disclosureId: string;
  kind: DisclosureKind;
  /** What it will say at a time from now on, in each language; nothing before it began. */
  textsAt: (at: Date) => readonly (Words & { language: Language })[];
};

/** The texts patients read now or will, whatever they are about, each with what its uses say. */
export async function listTextsInForce(tx: Tx, ctx: Context, now: Date): Promise<TextInForce[]> {
  const given = (await listDisclosures(tx, ctx)).filter(({ retiredAt }) => !retiredAt);
  const read = given.flatMap(({ versions: published }) => {
    const current = currentVersion(published, now)?.id;
    return published.filter(({ id, effectiveFrom }) => id === current || effectiveFrom > now);
  });
  if (read.length === 0) return [];
  const { versionId, language, title, inShort, body } = versionTexts;
  const uses = sql<
    string | null
  >`(select string_agg(concat_ws(E'\n', t.label, t.what_for, t.who_sees, t.where_kept,
      t.until_when, t.your_copy), E'\n')
    from ${items} i join ${itemTexts} t on t.practice_id = i.practice_id and t.item_id = i.id
    where i.practice_id = ${versionTexts.practiceId} and i.version_id = ${versionId} and t.language = ${language})`;
  const rows = await tx
    .select({ versionId, language, title, inShort, body, uses })
    .from(versionTexts)
    // Joined, so that the columns above are named with their tables.
    .innerJoin(versions, on(versions, versionId))
    .where(
      and(
        eq(versionTexts.practiceId, ctx.practiceId),
        inArray(
          versionId,
          read.map(({ id }) => id),
        ),
      ),
    );
  const byVersion = Map.groupBy(rows, (row) => row.versionId);
  return given.map(({ id, kind, versions: published }) => ({
    disclosureId: id,
    kind,
    textsAt: (at) =>
      (byVersion.get(currentVersion(published, at)?.id ?? "") ?? []).map(({ uses: said, ...text }) => {
        return { ...text, body: `${text.body}\n${said ?? ""}` };
      }),
  }));
}

/** Those that name this platform in one of their languages at that time. Only services have names of their own. */
export function textsNaming(texts: readonly TextInForce[], name: NamedPlatform, at: Date): TextInForce[] {
  return texts.filter(
    ({ kind, textsAt }) =>
      (kind === aboutMeeting || name.kind === "video") &&
      textsAt(at).some((text) => namesPlatform(text, name, text.language)),
  );
}

/**
 * Those that say otherwise than where the practice meets at that time: texts about meeting that do not name it in each
 * of their languages, and others that name only what it met on before.
 */
export function textsSayingOtherwise(
  texts: readonly TextInForce[],
  defaults: readonly DefaultFacts[],
  named: ReadonlyMap<string, NamedPlatform>,
  at: Date,
): TextInForce[] {
  const current = practiceDefault(defaults, at)?.platformId;
  const name = named.get(current ?? "");
  if (!name) return [];
  const before = defaults.filter(({ effectiveFrom }) => effectiveFrom <= at);
  const formers = [...new Set(before.map(({ platformId }) => platformId))]
    .filter((id) => id !== current)
    .flatMap((id) => named.get(id) ?? []);
  const naming = new Set(formers.flatMap((former) => textsNaming(texts, former, at)));
  return texts.filter((text) => {
    const says = text.textsAt(at).map((one) => namesPlatform(one, name, one.language));
    if (text.kind === aboutMeeting) return says.includes(false);
    return naming.has(text) && !says.includes(true);
  });
}

const aboutMeeting = "platform-disclosure";
