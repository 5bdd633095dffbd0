import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { env } from "@/lib/env";
import type { Mail } from "./compose-message";
import { longestSending, type MailOutcome, outcomeOfFault, type SendingFault } from "./rules";

export type Limits = { connection: number; greeting: number; silence: number; whole: number };

const usualLimits: Limits = { connection: 10_000, greeting: 10_000, silence: 20_000, whole: longestSending };

/**
 * Hands one mail to the SMTP server or, where there is none, lays it into the data folder for `/dev/mail`. Nothing of
 * it leaves before `handOver` is done, and that is called when nothing but the mail is left to send.
 */
export async function deliverMail(
  mail: Mail,
  handOver: () => Promise<void>,
  { smtpUrl, dataDir }: { smtpUrl: string | null; dataDir: string } = env(),
  limits: Limits = usualLimits,
): Promise<MailOutcome> {
  return smtpUrl ? send(mail, handOver, smtpUrl, limits) : capture(mail, handOver, dataDir);
}

async function send(
  mail: Mail,
  handOver: () => Promise<void>,
  smtpUrl: string,
  limits: Limits,
): Promise<MailOutcome> {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    ...(mustEncrypt(smtpUrl) && { requireTLS: true }),
  });
  let isHandedOver = false;
  // It is read from when the server has agreed to sender and recipient and waits for the mail itself.
  async function* afterHandover(content: AsyncIterable<Buffer>) {
    await handOver();
    isHandedOver = true;
    yield* content;
  }
  transport.use("stream", ({ message }, next) => {
    message.processFunc((content) => Readable.from(afterHandover(content)));
    next();
  });
  try {
    await transport.sendMail({ ...asOptions(mail), signal: AbortSignal.timeout(limits.whole) });
    return { state: "delivered" };
  } catch (error) {
    return outcomeOfFault(asFault(error), isHandedOver);
  }
}

/** Written beside and renamed, so that nobody reads half a mail. */
async function capture(mail: Mail, handOver: () => Promise<void>, dataDir: string): Promise<MailOutcome> {
  const bytes = await nodemailer
    .createTransport({ streamTransport: true, buffer: true })
    .sendMail(asOptions(mail));
  const folder = path.join(dataDir, "mail");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const time = mail.date.toISOString().replaceAll(":", "-");
  const file = path.join(folder, `${time}-${mail.messageId.replace(/^<|@.*$/g, "")}.eml`);
  await writeFile(`${file}.part`, bytes.message, { mode: 0o600 });
  await handOver();
  await rename(`${file}.part`, file);
  return { state: "delivered" };
}

function asOptions(mail: Mail): SendMailOptions {
  return { ...mail, xMailer: false, disableFileAccess: true, disableUrlAccess: true };
}

/** Passwords and links do not travel in the clear, except within this machine or when the address says so itself. */
function mustEncrypt(smtpUrl: string): boolean {
  const { protocol, hostname, searchParams } = new URL(smtpUrl);
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return protocol === "smtp:" && !here && !searchParams.has("requireTLS");
}

/** Safe: every field is optional and looked at as what it is; anything thrown at all counts as unreachable. */
function asFault(error: unknown): SendingFault {
  return typeof error === "object" && error !== null ? (error as SendingFault) : {};
}
