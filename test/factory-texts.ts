import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { disclosures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext, SystemContext } from "@/lib/context";
import { audienceOf, type DisclosureKind } from "@/lib/disclosures/kinds";
import { latestVersion } from "@/lib/disclosures/latest-version";
import { listDisclosures, lockDisclosure } from "@/lib/disclosures/queries";
import { type NewVersion, type WrittenText, writeVersion } from "@/lib/disclosures/write-version";
import { inPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";

/** What a test says of a version: no more than how it differs from the usual one. */
export type VersionWords = Partial<
  Pick<NewVersion, "change" | "effectiveFrom" | "earlierAnswersUntil" | "answersLastMonths">
> & {
  texts?: Record<Language, Omit<WrittenText, "sayAloud">>;
  items?: readonly Pick<NewVersion["items"][number], "key" | "required" | "texts">[];
};

/** A text under a key of one's own, last unless it says where; people begin one with the draft of its first version. */
export async function writeDisclosure(
  ctx: StaffContext | SystemContext,
  input: { kind: DisclosureKind; key: string; position?: number },
) {
  return inPractice(ctx, async (tx, now) => {
    const position = (await listDisclosures(tx, ctx)).length + 1;
    const audience = audienceOf[input.kind];
    const row = { practiceId: ctx.practiceId, id: uuid(), position, ...input, audience };
    await tx.insert(disclosures).values({ ...row, createdAt: now, createdBy: null });
    await recordEvent(tx, ctx, { name: "disclosure.created", disclosureId: row.id, kind: input.kind });
    return { id: row.id };
  });
}

/** The next version at once, without a draft, and without asking anybody again; its wording differs each time. */
export async function writeNextVersion(
  ctx: StaffContext | SystemContext,
  disclosureId: string,
  said: VersionWords = {},
) {
  const texts = said.texts ?? { en: versionText("en"), es: versionText("es") };
  const uses = said.items ?? [item("look-back", true), item("teaching", false)];
  const unsaid = { leavesPractice: null, mostViewers: null, copyForPatient: null };
  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, disclosureId),
    async (tx, now) => {
      const number = ((await latestVersion(tx, ctx, disclosureId))?.number ?? 0) + 1;
      const next = {
        disclosureId,
        number,
        reviewBy: null,
        change: said.change ?? "material",
        effectiveFrom: said.effectiveFrom ?? now,
        earlierAnswersUntil: said.earlierAnswersUntil ?? null,
        answersLastMonths: said.answersLastMonths ?? null,
        texts: { en: { ...texts.en, sayAloud: null }, es: { ...texts.es, sayAloud: null } },
        items: uses.map((use) => ({ ...use, ...unsaid })),
      };
      const { versionId, event } = await writeVersion(tx, ctx, next, now);
      await recordEvent(tx, ctx, event);
      return { versionId, number };
    },
  );
}

function versionText(language: "en" | "es") {
  const english = language === "en";
  return {
    title: english ? "Recording our sessions" : "Grabar nuestras sesiones",
    inShort: english ? "May I record? You decide each use." : "¿Me permite grabar? Usted decide cada uso.",
    body: `${english ? "I ask before I record." : "Pregunto antes de grabar."} ${randomBytes(4).toString("hex")}`,
    changeSummary: english ? "What changed is written here." : "Aquí dice qué cambió.",
  };
}

export function item(key: string, required: boolean) {
  const words = (language: string) => ({
    label: `${key} (${language})`,
    whatFor: "To look back at a session",
    whoSees: "Only the therapist",
    where: "An encrypted drive",
    until: "90 days",
    copy: "On request",
  });
  return { key, required, texts: { en: words("en"), es: words("es") } };
}
