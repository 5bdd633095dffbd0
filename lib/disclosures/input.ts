import { z } from "zod";
import { languages } from "@/lib/languages";

const summary = z.string().trim().max(1_000).default("");
/** A form sends "" for what nobody chose. */
const unchosen = z.literal("").transform(() => null);

/** What one chooses on the publish sheet, beside the draft that is published. */
export const publishDraftInput = z.strictObject({
  disclosureId: z.uuid(),
  /** The draft that was seen. */
  revision: z.int().min(0),
  change: z.enum(["material", "editorial"]),
  summaries: z.strictObject({ en: summary, es: summary }),
  effectiveOn: z.iso.date(),
  reviewBy: z.iso.date(),
  /** Until when answers to earlier texts count; null where that is no question. */
  earlier: z.enum(["until", "end"]).nullable().or(unchosen),
  earlierUntil: z.iso.date().nullable().or(unchosen),
  /** What must be said and is there in other words, as `partKey` names it. */
  saidOtherwise: z.array(z.string().max(100)).max(200),
  /** Languages published without a text: who reads them is told so. */
  leftOut: z.array(z.enum(languages)),
  /** Translations published before a person has read them: who reads them is told so. */
  unread: z.array(z.enum(languages)),
});

export type PublishDraftInput = z.infer<typeof publishDraftInput>;

export const audiences = ["everyone", "on-video", "recorded", "by-hand"] as const;
export const changeAudienceInput = z.strictObject({ disclosureId: z.uuid(), audience: z.enum(audiences) });

export const chooseUsualTextsInput = z.strictObject({ disclosureIds: z.array(z.uuid()).max(50) });

export type ChooseUsualTextsInput = z.infer<typeof chooseUsualTextsInput>;

export type ChangeAudienceInput = z.infer<typeof changeAudienceInput>;
