import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { askPreview } from "@/lib/drafts/ask-preview";
import { beginDraft } from "@/lib/drafts/begin-draft";
import { discardDraft } from "@/lib/drafts/discard-draft";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { draft, draftItem, draftText } from "@/lib/drafts/drafts.fixture";
import { findPreview, getDraft } from "@/lib/drafts/queries";
import { saveDraft } from "@/lib/drafts/save-draft";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { drawnText } from "@/lib/paper/drawn-text";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { choices } from "@/lib/publishing/publishing.fixture";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { drawOwedPreviews } from "./draw-owed-previews";

await ownDatabase();
afterAll(closeDatabase);

const draw = () => drawOwedPreviews(new AbortController().signal);

async function makeAsked(content: DraftContent = draft(), language: "en" | "es" = "es") {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const disclosureId = disclosure.id;
  const { draftId } = await beginDraft(made.owner, disclosureId);
  await saveDraft(made.owner, { disclosureId, revision: 1, content });
  await askPreview(made.therapist, { disclosureId, language });
  const preview = () => readPractice(made.office, (tx) => findPreview(tx, made.office, draftId, language));
  return { made, disclosureId, preview };
}

describe("a picture of a draft on paper", () => {
  test("waits until the worker drew it, and is no event", async () => {
    const { made, preview } = await makeAsked();
    expect(await preview()).toMatchObject({ revision: 2, drawnAt: null, pdf: null });
    const before = (await trailOf(made.practice.id)).length;
    expect(await draw()).toBe(1);
    expect(await preview()).toMatchObject({
      drawnAt: expect.any(Date),
      pdf: expect.any(Buffer),
      fault: null,
    });
    expect(await draw()).toBe(0);
    expect(await trailOf(made.practice.id)).toHaveLength(before);
  });

  test("says on every page that it is a draft, with the uses and their facts, and no signature", async () => {
    const long = draft({
      texts: { en: null, es: draftText({ title: "Grabar", body: "Una frase. ".repeat(900) }) },
      items: [draftItem({ mostViewers: 6 })],
    });
    const { preview } = await makeAsked(long);
    await draw();
    const pages = await drawnText((await preview())?.pdf ?? Buffer.alloc(0));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain("Borrador");
    expect(pages.join()).toContain("Hasta 6 personas.");
    expect(pages.join()).not.toContain("Firmado");
  });

  test("asked for again shows the text of then", async () => {
    const { made, disclosureId, preview } = await makeAsked();
    await draw();
    await saveDraft(made.owner, { disclosureId, revision: 2, content: draft() });
    await askPreview(made.owner, { disclosureId, language: "es" });
    expect(await preview()).toMatchObject({ revision: 3, drawnAt: null, pdf: null });
    expect(await draw()).toBe(1);
    expect(await preview()).toMatchObject({ revision: 3, pdf: expect.any(Buffer) });
  });

  test("of two workers at once one draws it", async () => {
    await makeAsked();
    const drawn = await Promise.all([draw(), draw()]);
    expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(1);
  });

  test("names the letter that no font of ours draws", async () => {
    const text = draftText({ body: "Una letra: \u{1F980}" });
    const { preview } = await makeAsked(draft({ texts: { en: null, es: text } }));
    await draw();
    expect(await preview()).toMatchObject({ pdf: null, fault: "\u{1F980}" });
  });

  test("is what publishing waits for, and holds for short sections in a row", async () => {
    const sections = Array.from({ length: 8 }, (_, at) => `## Section ${at}\n\nOne sentence. And another.`);
    const text = draftText({ body: sections.join("\n\n") });
    const { made, disclosureId, preview } = await makeAsked(draft({ texts: { en: null, es: text } }));
    const input = choices(made, disclosureId, { revision: 2, leftOut: ["en"], unread: ["es"] });
    await expect(publishDraft(made.owner, input)).rejects.toMatchObject({ reason: "paper-unchecked" });
    await draw();
    expect(await preview()).toMatchObject({ revision: 2, fault: null });
    expect(await publishDraft(made.owner, input)).toMatchObject({ number: 2 });
  });

  test("goes with its draft", async () => {
    const { made, disclosureId, preview } = await makeAsked();
    await draw();
    await discardDraft(made.owner, { disclosureId, revision: 2 });
    expect(await preview()).toBeNull();
  });

  test("is refused in a language nobody began", async () => {
    const asked = makeAsked(draft({ texts: { en: draftText(), es: null } }));
    await expect(asked).rejects.toMatchObject({ reason: "language-not-begun" });
  });

  test("another practice does not find the draft", async () => {
    const { disclosureId } = await makeAsked();
    const { owner } = await makePractice();
    await expect(askPreview(owner, { disclosureId, language: "es" })).rejects.toBeInstanceOf(NotFound);
    await expect(readPractice(owner, (tx) => getDraft(tx, owner, disclosureId))).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});
