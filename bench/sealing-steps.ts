import { eq } from "drizzle-orm";
import { answers } from "@/db/schema";
import { buildRecord } from "@/lib/documents/build-record";
import { receiptJson } from "@/lib/documents/receipt";
import { env } from "@/lib/env";
import { readPractice } from "@/lib/in-practice";
import { whyTextDiffers } from "@/lib/paper/compare-text";
import { renderSignedDocument } from "@/lib/paper/signed-document";
import { findSealKey } from "@/lib/practices/seal-keys";
import { sealPdf } from "@/lib/seal/seal-pdf";
import { sealValue } from "@/lib/sealed-value";
import type { StampWord } from "@/verifier/record";
import { type Figure, figureOf } from "./figures";
import type { BenchPractice } from "./practice";
import type { Sizes } from "./sizes";

type Spent = { wall: number; cpu: number };

/** Where a document's time goes, step by step, in this process: the CPU counted is ours, not PostgreSQL's. */
export async function measureSealingSteps(
  { system }: BenchPractice,
  { warmUp, documents }: Pick<Sizes["sealing"], "warmUp" | "documents">,
): Promise<Figure[]> {
  const spent = new Map<string, Spent[]>();
  const sizes: number[] = [];
  const ids = await readPractice(system, (tx) =>
    tx
      .select({ id: answers.id })
      .from(answers)
      .where(eq(answers.practiceId, system.practiceId))
      .limit(documents + warmUp),
  );
  for (const { id: answerId } of ids) {
    const step = <T>(name: string, act: () => Promise<T>) => timed(spent, name, act);
    const { record } = await step("record", () =>
      readPractice(system, (tx) => buildRecord(tx, system, answerId, answerId)),
    );
    const pdf = await step("render", () => renderSignedDocument(record));
    if (await step("compare", () => whyTextDiffers(pdf, record))) throw new Error("The pages differ.");
    const key = await readPractice(system, (tx) => findSealKey(tx, system));
    if (!key) throw new Error("Nothing was sealed in this practice.");
    const { bytes } = await step("seal and verify", () =>
      sealPdf({
        pdf,
        record: (timeStamp: StampWord) => receiptJson(record, timeStamp),
        key: key.privateKey,
        certificate: key.certificate,
        chain: [key.authority],
        claimedAt: new Date(),
        signerName: record.practice.name,
        reason: "Bench",
      }),
    );
    const place = {
      practiceId: system.practiceId,
      table: "document_files",
      column: "sealed",
      rowId: answerId,
    };
    await step("encrypt", async () => sealValue(env().masterKey, place, bytes));
    sizes.push(bytes.length / 1_024);
  }
  return [
    ...[...spent].map(([name, all]) =>
      figureOf(
        "sealing",
        `  CPU of step ${name}`,
        "ms",
        all.slice(warmUp).map(({ cpu }) => cpu),
      ),
    ),
    figureOf("sealing", "  size of a sealed document", "kB", sizes),
  ];
}

async function timed<T>(spent: Map<string, Spent[]>, name: string, act: () => Promise<T>): Promise<T> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const result = await act();
  const used = process.cpuUsage(cpu);
  const all = spent.get(name) ?? [];
  spent.set(name, [...all, { wall: performance.now() - began, cpu: (used.user + used.system) / 1_000 }]);
  return result;
}
