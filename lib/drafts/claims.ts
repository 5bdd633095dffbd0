import { and, eq, inArray, like, sql } from "drizzle-orm";
import { drafts, versionTexts } from "@/db/schema";
import type { Context } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures } from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import { claimsIn } from "@/lib/markdown/markdown";
import { getPractice } from "@/lib/practices/queries";
import {
  type Claim,
  freshnessFor,
  isStale,
  listClaims,
  type StaleClaim,
  stateOfClaim,
} from "@/lib/safeguards/claims";
import type { Freshness } from "@/lib/safeguards/freshness";
import { isFresh } from "@/lib/safeguards/rules";
import { draftContent } from "./draft-content";

/** What stands behind a claim's words where the text is read: when it was checked, or that it is looked at again. */
export type ClaimNote = { state: "checked" | "again" | "unchecked" | "dropped"; day: string | null };
export type ClaimNotes = Readonly<Record<string, ClaimNote>>;

/** The notes of every claim in these texts, for the patients of one therapist; without one, for the practice as a whole. */
export async function claimNotes(
  tx: Tx,
  ctx: Context,
  bodies: readonly string[],
  therapistId: string | null,
  now: Date,
): Promise<ClaimNotes> {
  const keys = new Set(bodies.flatMap((body) => claimsIn(body).map(({ key }) => key)));
  if (keys.size === 0) return {};
  const { timeZone } = await getPractice(tx, ctx);
  const claims = (await listClaims(tx, ctx, now)).filter(({ key }) => keys.has(key));
  const day = today(now, timeZone);
  const standingOf = (claim: Claim) =>
    therapistId ? freshnessFor(claim, therapistId, day) : (claim.stalest?.freshness ?? null);
  return Object.fromEntries(claims.map((claim) => [claim.key, noteOf(claim, standingOf(claim))]));
}

function noteOf({ droppedAt }: Claim, freshness: Freshness | null): ClaimNote {
  if (droppedAt) return { state: "dropped", day: null };
  if (!freshness?.checkedOn) return { state: "unchecked", day: null };
  return { state: isFresh(freshness) ? "checked" : "again", day: freshness.checkedOn };
}

/** The keys of the claims that the texts in force or to come repeat, and the drafts, by disclosure; not of retired ones. */
export async function claimsInTexts(tx: Tx, ctx: Context, now: Date): Promise<Map<string, Set<string>>> {
  const given = (await listDisclosures(tx, ctx)).filter(({ retiredAt }) => !retiredAt);
  const ofVersion = new Map(
    given.flatMap(({ id, versions }) => {
      const from = currentVersion(versions, now)?.number ?? 0;
      return versions.filter(({ number }) => number >= from).map((version) => [version.id, id] as const);
    }),
  );
  const found = new Map<string, Set<string>>();
  const note = (disclosureId: string, body: string) => {
    const keys = claimsIn(body).map(({ key }) => key);
    if (keys.length > 0) found.set(disclosureId, new Set([...(found.get(disclosureId) ?? []), ...keys]));
  };
  for (const { versionId, body } of await bodiesOf(tx, ctx, [...ofVersion.keys()]))
    note(ofVersion.get(versionId) ?? "", body);
  for (const { disclosureId, content } of await draftsWithClaims(tx, ctx))
    if (given.some(({ id }) => id === disclosureId))
      for (const language of languages) note(disclosureId, content.texts[language]?.body ?? "");
  return found;
}

/** What has to be looked at in each text: the claims it repeats that are not fresh, or that nobody makes. */
export async function claimWarnings(tx: Tx, ctx: Context, now: Date): Promise<Map<string, StaleClaim[]>> {
  const inTexts = await claimsInTexts(tx, ctx, now);
  if (inTexts.size === 0) return new Map();
  const claims = await listClaims(tx, ctx, now);
  return new Map(
    [...inTexts].flatMap(([disclosureId, keys]) => {
      const warned = [...keys].map((key) => stateOfClaim(claims, key)).filter(isStale);
      return warned.length > 0 ? [[disclosureId, warned] as const] : [];
    }),
  );
}

const someClaim = "%](safeguard:%";

async function bodiesOf(tx: Tx, ctx: Context, versionIds: string[]) {
  if (versionIds.length === 0) return [];
  return tx
    .select({ versionId: versionTexts.versionId, body: versionTexts.body })
    .from(versionTexts)
    .where(
      and(
        eq(versionTexts.practiceId, ctx.practiceId),
        inArray(versionTexts.versionId, versionIds),
        like(versionTexts.body, someClaim),
      ),
    );
}

async function draftsWithClaims(tx: Tx, ctx: Context) {
  const rows = await tx
    .select({ disclosureId: drafts.disclosureId, content: drafts.content })
    .from(drafts)
    .where(and(eq(drafts.practiceId, ctx.practiceId), sql`${drafts.content}::text like ${someClaim}`));
  return rows.map(({ disclosureId, content }) => ({ disclosureId, content: draftContent.parse(content) }));
}
