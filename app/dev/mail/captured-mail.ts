import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { simpleParser } from "mailparser";
import { env } from "@/lib/env";

export type CapturedMail = { file: string; to: string; subject: string; date: Date | null; text: string };

const read = 500;
const shown = 50;

/** The newest mails that were laid into the data folder in place of being sent, to mailboxes that hold `mailbox`. */
export async function capturedMail(mailbox = ""): Promise<CapturedMail[]> {
  const folder = path.join(env().dataDir, "mail");
  const files = (await filesIn(folder)).filter((file) => file.endsWith(".eml")).sort();
  const mails = await Promise.all(
    files
      .slice(-read)
      .reverse()
      .map((file) => parse(folder, file)),
  );
  const wanted = mailbox.toLowerCase();
  return mails.filter(({ to }) => to.toLowerCase().includes(wanted)).slice(0, shown);
}

async function parse(folder: string, file: string): Promise<CapturedMail> {
  const { to, subject, date, text } = await simpleParser(await readFile(path.join(folder, file)), {
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  const recipients = [to ?? []].flat().map((recipient) => recipient.text);
  return { file, to: recipients.join(", "), subject: subject ?? "", date: date ?? null, text: text ?? "" };
}

/** Before the first mail there is no folder. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
