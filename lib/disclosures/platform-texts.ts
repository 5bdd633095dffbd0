import { and, eq, inArray } from "drizzle-orm";
import { versionTexts } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { foldedInPlace } from "@/lib/markdown/folded-in-place";
import type { DisclosureText } from "@/lib/markdown/markdown";
import { type NamedPlatform, platformName } from "@/lib/platforms/naming";
import { type DefaultFacts, practiceDefault } from "@/lib/platforms/of-record";
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

export type PlatformText = {
  disclosureId: string;
  /** The version in force, and whether another will have taken its place by a later day. */
  versionId: string;
  isFollowedAt: (at: Date) => boolean;
  effectiveFrom: Date;
  texts: readonly (Words & { language: Language })[];
};

/** The texts in force that say on which platform one meets, in each language they have. */
export async function listPlatformTexts(tx: Tx, ctx: Context, now: Date): Promise<PlatformText[]> {
  const given = (await listDisclosures(tx, ctx)).flatMap(({ id, kind, retiredAt, versions }) => {
    const current = kind === "platform-disclosure" && !retiredAt ? currentVersion(versions, now) : null;
    return current ? [{ disclosureId: id, versions, current }] : [];
  });
  if (given.length === 0) return [];
  const { versionId, language, title, inShort, body } = versionTexts;
  const rows = await tx
    .select({ versionId, language, title, inShort, body })
    .from(versionTexts)
    .where(
      and(
        eq(versionTexts.practiceId, ctx.practiceId),
        inArray(
          versionId,
          given.map(({ current }) => current.id),
        ),
      ),
    );
  return given.map(({ disclosureId, versions, current }) => ({
    disclosureId,
    versionId: current.id,
    effectiveFrom: current.effectiveFrom,
    isFollowedAt: (at) => currentVersion(versions, at)?.id !== current.id,
    texts: rows.filter((row) => row.versionId === current.id),
  }));
}

/** Those that name this platform in one of their languages, and will still be in force at that time. */
export function textsNaming(texts: readonly PlatformText[], name: NamedPlatform, at: Date): PlatformText[] {
  return texts.filter(
    ({ texts: languages, isFollowedAt }) =>
      !isFollowedAt(at) && languages.some((text) => namesPlatform(text, name, text.language)),
  );
}

/** Those that do not name what the practice meets on at that time in each of their languages. */
export function textsNotNaming(
  texts: readonly PlatformText[],
  defaults: readonly DefaultFacts[],
  named: ReadonlyMap<string, NamedPlatform>,
  at: Date,
): PlatformText[] {
  const name = named.get(practiceDefault(defaults, at)?.platformId ?? "");
  if (!name) return [];
  return texts.filter(
    ({ texts: languages, isFollowedAt }) =>
      !isFollowedAt(at) && !languages.every((text) => namesPlatform(text, name, text.language)),
  );
}
