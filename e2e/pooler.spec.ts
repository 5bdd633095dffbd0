import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { systemContext } from "@/lib/context";
import { routes } from "@/lib/routes";
import { expect } from "./fixtures";
import { askedPatient, requestOf } from "./people";
import * as plain from "./plain-answering";
import { test } from "./pooled";
import { makePractice } from "./practices";

const key = "session-recording";
const answers = {
  "I look back at a session": "Yes",
  "You watch it again": "No",
  "Students learn from it": "No",
};

test("behind a pooler, with two web processes and two workers, each answer is taken once and its copy can be downloaded", async ({
  plainPageOf,
  pooled,
}) => {
  const practice = await makePractice([key]);
  const patients = await Promise.all(Array.from({ length: 4 }, () => askedPatient(practice, [key])));
  await Promise.all(
    patients.map(async (patient) => {
      const { id } = await requestOf(patient, key);
      const page = await plainPageOf(patient.email, practice.slug);
      await page.goto(routes.request(practice.slug, id));
      plain.choose(page, answers);
      await plain.review(page);
      page.fill("Type your full name", patient.legalName);
      // The second press of the same button, which the other web process gets.
      await Promise.all([page.press("Sign"), page.press("Sign")]);
      page.one("heading", /^Thank you/);

      await expect(async () => {
        await page.goto(routes.answered(practice.slug, id));
        page.one("link", "Download signed copy");
      }).toPass();
      const copy = await page.download("Download signed copy");
      expect(copy.subarray(0, 5).toString()).toBe("%PDF-");
    }),
  );

  const system = systemContext(practice.practiceId, "demo");
  const trail = await verifyStoredTrail(system);
  expect(trail).toMatchObject({ ok: true });
  const facts = await verifyFacts(system, { size: trail.ok ? trail.size : 0, withFiles: true });
  expect(facts).toMatchObject({ ok: true, answers: 4, files: 4 });
  for (const requests of pooled.served) expect(requests).toBeGreaterThan(10);
});
