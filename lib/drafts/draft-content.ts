import { z } from "zod";

/** Everything may be empty while it is written; what publishing needs is asked then. The most are those of a version. */
const words = (most: number) => z.string().max(most);

export const draftItemText = z.strictObject({
  label: words(300),
  whatFor: words(600),
  whoSees: words(600),
  where: words(600),
  until: words(600),
  copy: words(600),
});

export const draftText = z.strictObject({
  title: words(120),
  inShort: words(400),
  /** Markdown, as `parseDisclosureMarkdown` reads it. */
  body: words(40_000),
  sayAloud: words(400),
});

export const draftItem = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  required: z.boolean(),
  leavesPractice: z.boolean().nullable(),
  mostViewers: z.int().min(1).max(100_000).nullable(),
  copyForPatient: z.boolean().nullable(),
  texts: z.strictObject({ en: draftItemText, es: draftItemText }),
});

/** The next version while it is written; a language nobody has begun is null. */
export const draftContent = z.strictObject({
  texts: z.strictObject({ en: draftText.nullable(), es: draftText.nullable() }),
  items: z.array(draftItem).max(40),
  answersLastMonths: z.int().min(1).max(120).nullable(),
});

export type DraftContent = z.infer<typeof draftContent>;
export type DraftText = z.infer<typeof draftText>;
export type DraftItem = z.infer<typeof draftItem>;
