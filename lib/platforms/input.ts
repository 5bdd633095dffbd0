import { z } from "zod";
import { comingDay } from "@/lib/coming-day";
import { whyNotLink } from "@/lib/link";
import { pastDay } from "@/lib/past-day";
import { reasoned } from "@/lib/practices/input";
import { whyNotName } from "@/lib/typed-name";
import { factKeys, factSources, factValues } from "./facts";
import type { PlatformKind } from "./platform-name";
import { troubleKinds } from "./rules";
import { type StarterKey, starterKeys } from "./starters";

/** A field that may stay empty: a form sends "" for it. */
const orNothing = (most: number, whyNot: (text: string) => string | null = () => null) =>
  reasoned(most, (text) => (text.trim() ? whyNot(text.trim()) : null)).transform(
    (text) => text.trim() || null,
  );
const dayOrNothing = z.union([comingDay, z.literal("").transform(() => null), z.null()]);

export const ways = [...starterKeys, "another", "phone", "in-person"] as const;
type Way = (typeof ways)[number];

/** A service that is known brings its name and what is said about it; another one is named. */
export const addPlatformInput = z
  .strictObject({ way: z.enum(ways), name: z.string().max(200).default("") })
  .superRefine(({ way, name }, context) => {
    const reason = way === "another" ? whyNotName(name) : null;
    if (reason) context.addIssue({ code: "custom", message: reason, path: ["name"] });
  })
  .transform(({ way, name }) => ({ kind: kindOf(way), name, starter: starterOf(way) }));
export type AddPlatformInput = z.output<typeof addPlatformInput>;

function kindOf(way: Way): PlatformKind {
  return way === "phone" || way === "in-person" ? way : "video";
}

function starterOf(way: Way): StarterKey | null {
  return starterKeys.find((key) => key === way) ?? null;
}

export const noteFactInput = z
  .strictObject({
    platformId: z.uuid(),
    key: z.enum(factKeys),
    value: z.enum(factValues),
    words: z.strictObject({ en: orNothing(300), es: orNothing(300) }),
    /** What nobody knows has no source, so a form need not ask for one. */
    source: z.enum(factSources).optional(),
    sourceName: orNothing(120, whyNotName),
    link: orNothing(500, whyNotLink),
    checkedOn: pastDay,
    goodUntil: dayOrNothing,
  })
  .transform(({ source, ...fact }) => ({
    ...fact,
    source: fact.value === "unknown" ? ("unknown" as const) : (source ?? "unknown"),
  }));
export type NoteFactInput = z.output<typeof noteFactInput>;

export const leavePlatformInput = z.strictObject({
  platformId: z.uuid(),
  why: z.string().trim().min(1).max(500),
});
export type LeavePlatformInput = z.output<typeof leavePlatformInput>;

export const platformIdInput = z.strictObject({ platformId: z.uuid() });
export type PlatformIdInput = z.output<typeof platformIdInput>;

/** Without a platform it is the one they meet on. */
export const noteTroubleInput = z.strictObject({
  patientId: z.uuid(),
  kind: z.enum(troubleKinds),
  platformId: z.uuid().optional(),
});
export type NoteTroubleInput = z.output<typeof noteTroubleInput>;
