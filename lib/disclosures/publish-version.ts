import { v7 as uuid } from "uuid";
import { items, itemTexts, versions, versionTexts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext, SystemContext } from "@/lib/context";
import { whyNotDrawable } from "@/lib/documents/paper/fonts";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import { mustMay } from "@/lib/practices/roles";
import { type PublishVersionInput, publishVersionInput } from "./input";
import { canonicalDisclosureText, disclosureTextSha256 } from "./markdown";
import { latestVersion, lockDisclosure } from "./queries";
import { whyNotPublish } from "./rules";

/** Publishes the next numbered version; from its commit on, nobody can answer an older text. */
export async function publishVersion(ctx: StaffContext | SystemContext, given: PublishVersionInput) {
  if (ctx.kind === "staff") mustMay(ctx, "publish-disclosures");
  const input = publishVersionInput.parse(given);
  mustBeDrawable(input);
  const texts = textsOf(input);

  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, input.disclosureId),
    async (tx, now) => {
      const latest = await latestVersion(tx, ctx, input.disclosureId);
      const effectiveFrom = input.effectiveFrom ?? now;
      const hashes = Object.fromEntries(texts.map((text) => [text.language, text.textSha256]));
      const summaries = texts.map((text) => text.changeSummary);
      const refusal = whyNotPublish(latest, { effectiveFrom, texts: hashes, summaries });
      if (refusal) throw new Refused(refusal);

      const { practiceId } = ctx;
      const { disclosureId, change } = input;
      const version = { practiceId, id: uuid(), disclosureId, change, number: (latest?.number ?? 0) + 1 };
      await tx.insert(versions).values({
        ...version,
        effectiveFrom,
        earlierAnswersUntil: input.earlierAnswersUntil ?? null,
        publishedAt: now,
        publishedBy: ctx.kind === "staff" ? ctx.staffId : null,
      });
      const inVersion = { practiceId, versionId: version.id };
      await tx.insert(versionTexts).values(texts.map((text) => ({ ...inVersion, id: uuid(), ...text })));
      for (const [position, { key, required, texts: wording }] of input.items.entries()) {
        const itemId = uuid();
        await tx.insert(items).values({ ...inVersion, id: itemId, key, required, position: position + 1 });
        await tx
          .insert(itemTexts)
          .values(
            languages.map((language) => ({ practiceId, id: uuid(), itemId, language, ...wording[language] })),
          );
      }

      await recordEvent(tx, ctx, {
        name: "disclosure.published",
        disclosureId,
        versionId: version.id,
        versionNumber: version.number,
        change,
        textSha256: hashes,
      });
      return { versionId: version.id, number: version.number };
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

function textsOf(input: PublishVersionInput) {
  return languages.map((language) => {
    const text = input.texts[language];
    const shown = input.items.map((item) => ({ ...item.texts[language], required: item.required }));
    const textSha256 = disclosureTextSha256(canonicalDisclosureText({ ...text, items: shown }));
    return { language, ...text, textSha256 };
  });
}
