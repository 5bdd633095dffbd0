import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext, SystemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { mustMay } from "@/lib/roles";
import { type PublishVersionInput, publishVersionInput } from "./input";
import { latestVersion, lockDisclosure } from "./queries";
import { whyNotPublish } from "./rules";
import { versionSha256, writeVersion } from "./write-version";

/** Publishes the next numbered version; from its commit on, nobody can answer an older text. */
export async function publishVersion(ctx: StaffContext | SystemContext, given: PublishVersionInput) {
  if (ctx.kind === "staff") mustMay(ctx, "publish-disclosures");
  const input = publishVersionInput.parse(given);
  mustBeDrawable(input);
  const said = versionOf(input);
  const texts = versionSha256(said);

  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, input.disclosureId),
    async (tx, now) => {
      const latest = await latestVersion(tx, ctx, input.disclosureId);
      const effectiveFrom = input.effectiveFrom ?? now;
      const summaries = languages.map((language) => input.texts[language].changeSummary);
      const { answersLastMonths } = said;
      const refusal = whyNotPublish(latest, { effectiveFrom, texts, answersLastMonths, summaries });
      if (refusal) throw new Refused(refusal);

      const number = (latest?.number ?? 0) + 1;
      const earlierAnswersUntil = input.earlierAnswersUntil ?? null;
      const next = { ...said, number, effectiveFrom, earlierAnswersUntil };
      const { versionId, event } = await writeVersion(tx, ctx, next, now);
      await recordEvent(tx, ctx, event);
      return { versionId, number };
    },
  );
}

/** A text that our documents cannot show could be signed and then never sealed. */
function mustBeDrawable({ texts, items: uses }: PublishVersionInput) {
  for (const language of languages) {
    const { title, inShort, body } = texts[language];
    const wording = uses.flatMap((use) => Object.values(use.texts[language]));
    const missing = whyNotDrawable([title, inShort, body, ...wording].join("\n"));
    if (missing) throw new Refused("text-not-drawable", { ...missing, language });
  }
}

function versionOf(input: PublishVersionInput) {
  const { disclosureId, change, texts, items, answersLastMonths = null } = input;
  const { en, es } = texts;
  const unsaid = { leavesPractice: null, mostViewers: null, copyForPatient: null };
  return {
    ...{ disclosureId, change, answersLastMonths, reviewBy: null },
    texts: { en: { ...en, sayAloud: null }, es: { ...es, sayAloud: null } },
    items: items.map((item) => ({ ...item, ...unsaid })),
  };
}
