import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listTextsInForce, textsSayingOtherwise } from "@/lib/disclosures/platform-texts";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { type MovePlan, planMove } from "@/lib/moves/plan-move";
import { whatIsLeft } from "@/lib/moves/what-is-left";
import type { NamedOwner } from "@/lib/moves/who-meets";
import { nextChange, platformChanges } from "@/lib/platforms/platform-changes";
import { practiceDefault } from "@/lib/platforms/platform-of-record";
import { listDefaults, listPlatforms } from "@/lib/platforms/queries";
import { whyNotPlaceOn } from "@/lib/platforms/rules";
import { type MetOn, namedPlatforms } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { mustMay, reach, whyNotMay } from "@/lib/roles";

export type MoveParams = { to: string | null; from: string | null };

/** What the practice meets on, where it could move, and what moving to what was chosen would do. */
export async function movePage(ctx: StaffContext, params: MoveParams, language: Language) {
  mustMay(ctx, "manage-platforms");
  return readPage(ctx, async (tx, now) => {
    const practice = await getPractice(tx, ctx);
    const day = today(now, practice.timeZone);
    const defaults = await listDefaults(tx, ctx);
    const named = await namedPlatforms(tx, ctx);
    const current = practiceDefault(defaults, now);
    const coming = nextChange(platformChanges([], defaults), now);
    const platforms = (await listPlatforms(tx, ctx)).filter(({ leftAt }) => !leftAt);
    const to = platforms.find(({ id }) => id === params.to);
    const titles = await disclosureTitles(tx, ctx, language);
    const title = (disclosureId: string) => ({ disclosureId, title: titles.get(disclosureId) ?? "" });
    const texts = await listTextsInForce(tx, ctx, now);
    const unnamed = [now, ...(coming ? [coming.at] : [])].flatMap((at) =>
      textsSayingOtherwise(texts, defaults, named, at),
    );
    const plan = to ? await planMove(tx, ctx, { platformId: to.id, from: params.from }, now) : null;
    return {
      timeZone: practice.timeZone,
      now,
      day,
      current: current && { platform: named.get(current.platformId) ?? null, since: current.effectiveFrom },
      coming: coming?.record
        ? {
            platform: named.get(coming.record.platformId) ?? null,
            at: coming.at,
            day: today(coming.at, practice.timeZone),
          }
        : null,
      platforms: platforms.map(({ id, kind, name, ...facts }) => ({
        id,
        kind,
        name,
        refusal: whyNotPlaceOn({ kind, ...facts }, practice, day),
      })),
      left: await whatIsLeft(tx, ctx, now),
      /** Texts that say otherwise than where the practice meets now or will. */
      unnamed: [...new Set(unnamed.map(({ disclosureId }) => disclosureId))].map(title),
      mayWrite: whyNotMay(ctx, "publish-disclosures") === null,
      plan: plan && shownPlan(ctx, plan, named, title),
    };
  });
}

export type MovePage = Awaited<ReturnType<typeof movePage>>;

const mostNamed = 100;

/** Names stay with those who may see them; of everybody else only the number is said. */
function shownPlan(
  ctx: StaffContext,
  plan: MovePlan,
  named: ReadonlyMap<string, MetOn>,
  title: (disclosureId: string) => { disclosureId: string; title: string },
) {
  const seesAll = reach(ctx.roles, "see-patients") === "all";
  const sees = ({ treatingStaffId }: NamedOwner) => seesAll || treatingStaffId === ctx.staffId;
  const seen = (all: readonly NamedOwner[]) => {
    const own = all.filter(sees);
    return {
      count: all.length,
      people: own.slice(0, mostNamed).map(({ id, kind, name }) => ({ id, kind, name })),
    };
  };
  const { platform, former, comes, keeps, rest, wake, lackRoom } = plan;
  const among = (ids: ReadonlySet<string>) => seen(comes.filter(({ id }) => ids.has(id)));
  const mayStay = former && !plan.whyNobodyStays && whyNotMay(ctx, "place-patients") === null;
  return {
    platform: { id: platform.id, kind: platform.kind, name: platform.name },
    former: former && { id: former.id, kind: former.kind, name: former.name },
    at: plan.at,
    from: plan.from,
    refusal: plan.refusal,
    conflicts: plan.conflicts,
    whyNobodyStays: plan.whyNobodyStays,
    groups: comes.filter(({ kind }) => kind === "group").length,
    patients: comes.filter(({ kind }) => kind === "patient").length,
    /** Everybody whom this person may let stay: they are searched for where they are chosen. */
    mayStay: mayStay ? comes.filter(sees).map(({ id, kind, name }) => ({ id, kind, name })) : [],
    keeps: {
      count: keeps.length,
      people: keeps
        .filter(sees)
        .slice(0, mostNamed)
        .map(({ id, kind, name, platformId, trialUntil }) => {
          return { id, kind, name, trialUntil, platform: named.get(platformId) ?? null };
        }),
    },
    lackRoom: among(lackRoom),
    rest: among(rest),
    wake: among(wake),
    texts: plan.texts.map(title),
    shown: plan.shown,
  };
}

export type ShownPlan = NonNullable<MovePage["plan"]>;
