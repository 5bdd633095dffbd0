import { v7 as uuid } from "uuid";
import { drafts } from "@/db/schema";
import type { DemoDisclosure } from "@/demo/texts/demo-disclosure";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { type DraftContent, draftContent } from "@/lib/drafts/draft-content";
import { inPractice } from "@/lib/in-practice";
import type { StoryPractice } from "./practices";

/** A draft of the demo's next text, as somebody wrote it before the story begins. */
export async function writeDraft(
  { staff, practiceId, texts }: StoryPractice,
  key: string,
  changed: (content: DraftContent) => DraftContent = (content) => content,
): Promise<string> {
  const next = demoDisclosures.find((text) => text.key === key)?.versions.at(-1);
  const disclosureId = texts.get(key);
  if (!next || !disclosureId) throw new Error(`The demo has no text ${key}`);
  const content = changed(contentOf(next));
  const { staffId } = staff.owner;
  await inPractice(staff.owner, async (tx, now) => {
    await tx.insert(drafts).values({
      practiceId,
      id: uuid(),
      disclosureId,
      revision: 1,
      content,
      begunAt: now,
      begunBy: staffId,
      savedAt: now,
      savedBy: staffId,
    });
  });
  return disclosureId;
}

function contentOf({ texts, items }: DemoDisclosure["versions"][number]): DraftContent {
  const textOf = ({ title, inShort, body }: (typeof texts)["en"]) => ({ title, inShort, body, sayAloud: "" });
  return draftContent.parse({
    texts: { en: textOf(texts.en), es: textOf(texts.es) },
    items: items.map((item) => ({
      ...item,
      leavesPractice: null,
      mostViewers: null,
      copyForPatient: null,
    })),
    answersLastMonths: null,
  });
}
