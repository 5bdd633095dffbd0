import { expect, test } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { getDisclosure } from "@/lib/disclosures/queries";
import { writeVersion } from "@/lib/disclosures/write-version";
import { inPractice } from "@/lib/in-practice";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePractice } from "@/test/factories";
import { verifyFacts } from "./verify-facts";

const noFacts = { leavesPractice: null, mostViewers: null, copyForPatient: null };
const words = { label: "L", whatFor: "F", whoSees: "W", where: "W", until: "U", copy: "" };
const { asSuperuser } = await ownDatabase();

test("a text whose entry was made before entries told its terms holds, whatever they are", async () => {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  await inPractice(made.owner, async (tx, now) => {
    await getDisclosure(tx, made.owner, disclosure.id);
    const next = {
      disclosureId: disclosure.id,
      number: 2,
      change: "material" as const,
      effectiveFrom: now,
      earlierAnswersUntil: now,
      answersLastMonths: 12,
      reviewBy: null,
      texts: { en: { title: "T", inShort: "S", body: "B", changeSummary: "C", sayAloud: null } },
      items: [{ key: "k", required: true, ...noFacts, texts: { en: words } }],
    };
    const { event } = await writeVersion(tx, made.owner, next, now);
    const { termsSha256: _, ...old } = { termsSha256: "", ...event };
    await recordEvent(tx, made.owner, old);
  });
  const trail = await verifyStoredTrail(made.owner);
  const size = trail.ok ? trail.size : 0;
  const verdict = () => verifyFacts(made.owner, { size, withFiles: false });
  expect(await verdict()).toMatchObject({ ok: true, texts: 2 });
  await asSuperuser("update versions set answers_last_months = 1 where number = 2");
  expect(await verdict()).toMatchObject({ ok: true });
  await asSuperuser("update versions set answers_last_months = 1 where number = 1");
  expect(await verdict()).toMatchObject({ ok: false, reason: "text" });
});
