import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { requestLanguage } from "@/app/_i18n/request";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import type { StaffContext } from "@/lib/context";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import type { MustSay } from "@/lib/drafts/checks/must-say";
import type { PublishProblem } from "@/lib/drafts/publish-problems";
import { Refused } from "@/lib/errors";
import type { publishDraft } from "@/lib/publishing/publish-draft";
import { previewPublish, type previewPublishInput, publishedZone } from "@/lib/screens/desk/publish";

export type SaidProblem = PublishProblem & { sentence: string };
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
    problems: await sayProblems(preview.problems),
    effective: time(effectiveFrom).date,
    /** Null where no answer ends. */
    ending: earlierAnswersUntil && {
      day: time(earlierAnswersUntil).date,
      withIt: earlierAnswersUntil.getTime() === effectiveFrom.getTime(),
    },
    leaves: `${time(leavesAt).both} (${time(leavesAt).zone})`,
  };
}

async function sayProblems(problems: readonly PublishProblem[]): Promise<SaidProblem[]> {
  const words = await getTranslations("refusals");
  const part = await getTranslations("mustSay");
  const language = await requestLanguage();
  return problems.map((problem) => ({
    ...problem,
    sentence: words(problem.reason, {
      ...problem.details,
      part: problem.details.part ? part(asPart(problem.details.part)) : "",
      since: problem.details.since ? shownDay(problem.details.since, language) : "",
    }),
  }));
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

/** Safe because only what must be said is refused with a part, and under its key. */
function asPart(part: string): MustSay {
  return part as MustSay;
}
