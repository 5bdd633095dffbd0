import { z } from "zod";
import { languages } from "@/lib/languages";

const text = (most: number) => z.string().trim().min(1).max(most);
const itemText = z.strictObject({
  label: text(300),
  whatFor: z.string().trim().max(600),
  whoSees: z.string().trim().max(600),
  where: z.string().trim().max(600),
  until: z.string().trim().max(600),
  copy: z.string().trim().max(600),
});
const versionText = z.strictObject({
  title: text(120),
  inShort: text(400),
  body: text(40_000),
  changeSummary: z.string().trim().max(1_000).nullable(),
});

export const publishVersionInput = z.strictObject({
  disclosureId: z.uuid(),
  change: z.enum(["material", "editorial"]),
  effectiveFrom: z.date().optional(),
  earlierAnswersUntil: z.date().nullable().optional(),
  answersLastMonths: z.int().min(1).max(120).optional(),
  texts: z.strictObject({ en: versionText, es: versionText }),
  items: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
        required: z.boolean(),
        texts: z.strictObject({ en: itemText, es: itemText }),
      }),
    )
    .min(1)
    .refine((items) => new Set(items.map(({ key }) => key)).size === items.length),
});

export type PublishVersionInput = z.infer<typeof publishVersionInput>;

const summary = z.string().trim().max(1_000);

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
  earlier: z.enum(["until", "end"]).nullable(),
  earlierUntil: z.iso.date().nullable(),
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

export type ChangeAudienceInput = z.infer<typeof changeAudienceInput>;
