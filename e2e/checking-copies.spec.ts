import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { languageCookie } from "@/app/_i18n/language-cookie";
import { entered, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { lacks } from "@/lib/seal/foreign-tools.fixture";
import { downloaded } from "./copies";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { makePractice } from "./practices";
import { phone } from "./screens";

type Harm = { title: string; harm: (copy: Buffer) => Buffer; sentence: string; isAltered?: true };

const harms: Harm[] = [
  {
    title: "one byte changed",
    harm: oneByteChanged,
    sentence: "Something in this file was changed after it was locked.",
    isAltered: true,
  },
  {
    title: "bytes appended",
    harm: (copy) => Buffer.concat([copy, Buffer.from("\n% one more line\n")]),
    sentence: "Something was added behind the end of the locked copy.",
    isAltered: true,
  },
  {
    title: "a second revision",
    harm: secondRevision,
    sentence: "A later version was saved on top of the locked one; what you see may differ.",
    isAltered: true,
  },
  {
    title: "cut off",
    harm: (copy) => copy.subarray(0, copy.length - 900),
    sentence: "The end of this file is missing. Please get it once more.",
  },
  {
    title: "not a PDF",
    harm: () => Buffer.from("Dear Dr. Reyes, I agree."),
    sentence: "This is not a PDF file, so there is nothing here to check.",
  },
  {
    title: "without a signature",
    harm: () =>
      Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"),
    sentence: "This PDF carries no lock, so changes to it would not show.",
  },
];

function oneByteChanged(copy: Buffer): Buffer {
  const changed = Buffer.from(copy);
  const inside = changed.indexOf("stream") + 40;
  changed[inside] = (changed[inside] ?? 0) ^ 1;
  return changed;
}

function secondRevision(copy: Buffer): Buffer {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(copy.toString("latin1"))?.[1];
  const object = "1 0 obj\n<< /Type /Catalog >>\nendobj\n";
  const offset = String(copy.length).padStart(10, "0");
  const table = `xref\n1 1\n${offset} 00000 n\r\ntrailer\n<< /Size 99 /Root 1 0 R /Prev ${previous} >>\n`;
  const end = `startxref\n${copy.length + object.length}\n%%EOF\n`;
  return Buffer.concat([copy, Buffer.from(object + table + end)]);
}

async function dropOn(page: Page, file: Buffer, name: string) {
  await page.getByLabel("Choose a PDF").setInputFiles({ name, mimeType: "application/pdf", buffer: file });
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

test.describe("on a phone", () => {
  test.use(phone);

  test("anybody can check a copy: three answers, each with what it does not prove, and the file stays here", async ({
    harbor,
    page,
    pageOf,
  }) => {
    const { email } = await addedPatient(harbor, [entered(0), yes(0, "email-scheduling")]);
    const patient = await pageOf(email);
    const link = patient.getByRole("link", { name: "Download signed copy" });
    await expect(async () => {
      await patient.goto(routes.myDocuments("harbor"));
      await expect(link).toBeVisible({ timeout: 500 });
    }).toPass();
    const file = await downloaded(patient, link);
    const copy = await readFile(file);

    await page.goto(routes.verify, { waitUntil: "networkidle" });
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET" || request.postData() !== null) sent.push(request.url());
    });

    await dropOn(page, copy, "genuine.pdf");
    await expect(page.getByText("Nothing in this file has changed since it was locked.")).toBeVisible();
    await expect(page.getByText(/Harbor/).first()).toBeVisible();
    await expect(page.getByText("No independent time service has confirmed it.")).toBeVisible();

    const alarm = page.getByRole("alert").filter({ hasText: "This file is not as it was locked" });
    await expect(alarm).toHaveCount(0);
    for (const { title, harm, sentence, isAltered } of harms) {
      await dropOn(page, harm(copy), `${title}.pdf`);
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(page.getByText("Nothing in this file has changed")).toHaveCount(0);
      await expect(alarm).toHaveCount(isAltered ? 1 : 0);
      if (isAltered)
        await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(/not as it was locked/);
    }
    if (!lacks("qpdf")) {
      const encrypted = `${file}-encrypted.pdf`;
      spawnSync("qpdf", ["--encrypt", "open", "own", "256", "--", file, encrypted]);
      await dropOn(page, await readFile(encrypted), "encrypted.pdf");
      await expect(
        page.getByText("This PDF is protected by a password; our locked copies are not."),
      ).toBeVisible();
    }
    expect(sent).toEqual([]);
  });
});

test("by choice the practice says whether the answer in a copy still counts, asked without the file", async ({
  harbor,
  page,
  pageOf,
}) => {
  const { email } = await addedPatient(harbor, [entered(0), yes(0, "email-scheduling")]);
  const patient = await pageOf(email);
  await patient.goto(routes.myConsents("harbor"));
  const link = patient.getByRole("link", { name: "Download signed copy" });
  await expect(async () => {
    await patient.reload();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  const copy = await readFile(await downloaded(patient, link));
  await patient.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(patient.getByRole("heading", { name: "Done" })).toBeVisible();
  const paper = await readFile(
    await downloaded(patient, patient.getByRole("link", { name: "Download signed copy" })),
  );

  await page.goto(routes.verify);
  await dropOn(page, copy, "earlier.pdf");
  const asking = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: /^Ask/ }).click();
  expect(Object.keys((await asking).postDataJSON()).sort()).toEqual(["named", "practice", "sha256"]);
  await expect(page.getByText(/taken back/)).toBeVisible();

  await dropOn(page, paper, "withdrawal.pdf");
  await expect(page.getByRole("term").filter({ hasText: "Taken back on" })).toBeVisible();
  await expect(page.getByText("Yes", { exact: true })).toHaveCount(0);
});

/** As only somebody with the owner's access to the database can. */
async function damageCopies(practiceId: string) {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  await sql.unsafe(`begin;
    alter table document_files disable trigger refuse_change;
    update document_files set sealed = overlay(sealed placing '\\x00000000'::bytea from 200)
      where practice_id = '${practiceId}';
    alter table document_files enable trigger refuse_change;
    commit`);
  await sql.end();
}

test("a stored copy that was changed is kept back with the reason, and stands in the patient's activity", async ({
  pageOf,
}) => {
  const practice = await makePractice(["email-scheduling"]);
  const { slug } = practice;
  const { email } = await addedPatient(practice, [entered(0), yes(0, "email-scheduling")]);
  const patient = await pageOf(email, slug);
  const link = patient.getByRole("link", { name: "Download signed copy" });
  await expect(async () => {
    await patient.goto(routes.myDocuments(slug));
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  const address = (await link.getAttribute("href")) ?? "";
  await damageCopies(practice.practiceId);

  for (const [value, sentence] of [
    ["en", /no longer the file that was locked/],
    ["es", /ya no es el archivo que se protegió/],
  ] as const) {
    const { origin: url } = new URL(patient.url());
    await patient.context().addCookies([{ name: languageCookie, value, url }]);
    const answer = await patient.request.get(address);
    expect(answer.status()).toBe(409);
    expect(await answer.text()).toMatch(sentence);
  }
  await patient.goto(routes.myActivity(slug));
  await expect(patient.getByText(/no es la que se protegió/).first()).toBeVisible();
});
