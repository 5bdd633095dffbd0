import { z } from "zod";

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
