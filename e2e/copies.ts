import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { lacks, run } from "@/lib/seal/foreign-tools.fixture";
import type { SignedRecord } from "@/verifier/record";
import { trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";

/** Presses a download link and answers with the file. */
export async function downloaded(page: Page, link: Locator): Promise<string> {
  const arriving = page.waitForEvent("download");
  await link.click();
  return (await arriving).path();
}

/** Our strict verifier and a program of others agree that this is a whole copy sealed by the practice. */
export async function expectSealed(page: Page, file: string, slug: string): Promise<SignedRecord> {
  const published = await page.request.get(routes.certificates(slug));
  const verdict = await verifyDocument(await readFile(file), trustIn(await published.text()));
  expect(verdict.integrity).toEqual({ state: "intact" });
  expect(verdict.identity).toMatchObject({ state: "known", practice: { slug } });
  if (!lacks("pdfsig")) {
    const { output } = run("pdfsig", [file]);
    expect(output).toContain("Signature is Valid.");
    expect(output).toContain("Total document signed");
  }
  if (!verdict.record) throw new Error("An intact copy carries its record");
  return verdict.record;
}
