import { describe, expect, test } from "vitest";
import { answerRequest } from "@/lib/answers/answer-request";
import { ask } from "@/lib/consents/consents.fixture";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { draft, draftText } from "@/lib/drafts/drafts.fixture";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { choices, writeDraft } from "@/lib/publishing/publishing.fixture";
import { answerPage } from "@/lib/screens/my/answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { openRequest } from "./open-request";

await testDatabase();

const wording = { change: "editorial", earlier: null } as const;

/** A question somebody was asked, and what becomes of it while texts are published. */
async function makeQuestion() {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const disclosureId = disclosure.id;
  const { patient, ctx } = await makePatient(made);
  const requestId = await ask(made, ctx, patient.id, disclosureId);

  async function publish(title: string, more: Partial<PublishDraftInput>) {
    const content = draft({ texts: { en: draftText({ title }), es: draftText({ title: `${title} (es)` }) } });
    await writeDraft(made, disclosureId, content);
    await publishDraft(made.owner, choices(made, disclosureId, more));
  }
  const shown = async () => (await answerPage(ctx, requestId, "en")).text;
  const open = async () => {
    const version = await shown();
    await openRequest(ctx, { requestId, versionId: version.id });
    return version;
  };
  const sign = (version: Awaited<ReturnType<typeof shown>>) =>
    answerRequest(ctx, {
      requestId,
      versionId: version.id,
      language: version.language,
      textSha256: version.textSha256,
      answers: Object.fromEntries(version.items.map(({ id }) => [id, "yes" as const])),
      printedName: "Ana María Ruiz",
      mark: null,
    });
  return { publish, shown, open, sign };
}

describe("an open question", () => {
  test("nobody has read shows other wording", async () => {
    const { publish, shown, sign } = await makeQuestion();
    const first = await shown();
    await publish("Second", wording);
    expect((await shown()).title).toBe("Second");
    await expect(sign(first)).rejects.toMatchObject({ reason: "newer-version" });
    await sign(await shown());
  });

  test("somebody reads keeps the text they have, and it is what they sign", async () => {
    const { publish, shown, open, sign } = await makeQuestion();
    const first = await open();
    await publish("Second", wording);
    await publish("Third", wording);
    expect((await shown()).id).toBe(first.id);
    await sign(first);
  });

  test("somebody reads shows a text that changes what is asked", async () => {
    const { publish, shown, open, sign } = await makeQuestion();
    const first = await open();
    await publish("Second", {});
    expect((await shown()).title).toBe("Second");
    await expect(sign(first)).rejects.toMatchObject({ reason: "newer-version" });
  });

  test("opened twice keeps the text that was opened last", async () => {
    const { publish, shown, open, sign } = await makeQuestion();
    const first = await open();
    await publish("Second", {});
    const second = await open();
    await publish("Third", wording);
    expect(second.title).toBe("Second");
    expect((await shown()).id).toBe(second.id);
    await expect(sign(first)).rejects.toMatchObject({ reason: "newer-version" });
    await sign(second);
  });
});
