import { routes } from "@/lib/routes";
import { pressOfSign, type Question, readForm, sign } from "./answering";
import { visitor } from "./browser-like";
import { type Figure, figureOf } from "./figures";
import type { Installation } from "./installation";
import { textOf } from "./plain-form";
import { type BenchPractice, makeSignedInPatients } from "./practice";
import type { Sizes } from "./sizes";
import { untilNothingWaits } from "./waiting";

const pause = 15;

/** Nobody else answers: from pressing Sign until the patient's page offers the copy, and until its bytes are here. */
export async function measureCopyReady(
  installation: Installation,
  practice: BenchPractice,
  { answers, quietMs }: Sizes["copy"],
): Promise<Figure[]> {
  const browser = visitor(installation.origin, 2);
  const slug = practice.practice.slug;
  const waits = { accepted: [] as number[], offered: [] as number[], downloaded: [] as number[] };
  const questions = await questionsAboutRecording(practice, answers);
  const press = await pressOfSign(browser, slug, questions);
  for (const question of questions) {
    const { patient, asked } = question;
    const fields = await readForm(browser, slug, question);
    await untilNothingWaits();
    await new Promise((resolve) => setTimeout(resolve, quietMs));

    const began = performance.now();
    const since = () => performance.now() - began;
    await sign(browser, slug, question, [...fields, ...press]);
    waits.accepted.push(since());
    const path = await offeredCopy(routes.answered(slug, asked.requestId), patient.cookie);
    waits.offered.push(since());
    const copy = await browser.visit({ path, cookie: patient.cookie });
    if (copy.status === 200 && copy.body.subarray(0, 5).toString() === "%PDF-")
      waits.downloaded.push(since());
  }
  browser.close();
  return [
    figureOf("copy", "Answer to download, idle", "ms", waits.downloaded, { atMost: 400 }),
    figureOf("copy", "  until the answer is accepted", "ms", waits.accepted),
    figureOf("copy", "  until the page offers the copy", "ms", waits.offered),
  ];

  async function offeredCopy(path: string, cookie: string): Promise<string> {
    for (;;) {
      const page = textOf(await browser.visit({ path, cookie }));
      const link = /href="(\/api\/documents\/[0-9a-f-]{36})"/.exec(page)?.[1];
      if (link) return link;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Each of somebody else, for the text with the most uses; the law does not want it in writing. */
export async function questionsAboutRecording(practice: BenchPractice, count: number): Promise<Question[]> {
  const text = practice.texts.filter(({ kind }) => kind === "recording-consent");
  const patients = await makeSignedInPatients(practice, count, text);
  return patients.flatMap((patient) => patient.asked.map((asked) => ({ patient, asked })));
}
