import type { z } from "zod";
import { timesIn } from "@/app/_ui/time";
import type { StaffContext } from "@/lib/context";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { Refused } from "@/lib/errors";
import type { publishDraft } from "@/lib/publishing/publish-draft";
import { previewPublish, type previewPublishInput, publishedZone } from "@/lib/screens/desk/publish";

export type Preview = Awaited<ReturnType<typeof readPreview>>;
export type Published = Awaited<ReturnType<typeof sayPublished>>;

/** What these choices would do, with its times as people write them. */
export async function readPreview(ctx: StaffContext, input: z.infer<typeof previewPublishInput>) {
  const { timeZone, effectiveFrom, earlierAnswersUntil, leavesAt, ...preview } = await previewPublish(
    ctx,
    input,
  );
  const time = await timesIn(timeZone);
  return {
    ...preview,
    effective: time(effectiveFrom).date,
    /** Null where no answer ends. */
    ending: earlierAnswersUntil && {
      day: time(earlierAnswersUntil).date,
      withIt: earlierAnswersUntil.getTime() === effectiveFrom.getTime(),
    },
    leaves: `${time(leavesAt).both} (${time(leavesAt).zone})`,
  };
}

export async function sayPublished(ctx: StaffContext, published: Awaited<ReturnType<typeof publishDraft>>) {
  const { number, asked, effectiveFrom, leavesAt } = published;
  const time = await timesIn(await publishedZone(ctx));
  const leaves = leavesAt && `${time(leavesAt).both} (${time(leavesAt).zone})`;
  return { number, asked, effective: time(effectiveFrom).date, leaves };
}

/** A refusal that has its place on the sheet comes back with all the others there are; the rest go their usual way. */
export async function besideFields(
  ctx: StaffContext,
  choices: PublishDraftInput,
  publish: () => Promise<Published>,
): Promise<{ published: Published } | { refused: Preview }> {
  try {
    return { published: await publish() };
  } catch (error) {
    if (!(error instanceof Refused && error.details.field)) throw error;
    return { refused: await readPreview(ctx, { choices, search: "" }) };
  }
}
