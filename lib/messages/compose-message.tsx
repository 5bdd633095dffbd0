import { render } from "@react-email/render";
import type { Message } from "@/db/schema";
import { whyNotAddress } from "@/lib/address";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { MailPage } from "./mail-page";
import { kindKey } from "./wording";
import { mailWords } from "./words";

export type Mail = {
  messageId: string;
  date: Date;
  envelope: { from: string; to: string };
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

type Composed = Pick<Message, "id" | "kind" | "toAddress" | "language">;

/** The whole mail to exactly the stored address; nothing in it tells what the question is about. */
export async function composeMessage(
  message: Composed,
  practice: { name: string; phone: string },
  link: { url: string; code: string },
  date: Date,
): Promise<Mail> {
  const refusal = whyNotAddress(message.toAddress);
  if (refusal) throw new Refused(refusal);

  const t = mailWords(message.language);
  const kind = kindKey[message.kind];
  const { host, hostname } = new URL(env().appUrl);
  const page = {
    language: message.language,
    practice: practice.name,
    greeting: t("greeting"),
    opening: t(`opening.${kind}`, { practice: practice.name }),
    button: t(`button.${kind}`),
    url: link.url,
    linkInWords: t("linkInWords"),
    aboutLink: t("aboutLink", { practice: practice.name, host }),
    aboutCode: t("aboutCode", { address: `${host}${routes.signInCode}` }),
    code: `${link.code.slice(0, 3)} ${link.code.slice(3)}`,
    promise: t("promise"),
    noReply: t("noReply", { practice: practice.name, phone: practice.phone }),
  };
  const sender = bareAddress(env().mailFrom);
  return {
    messageId: `<${message.id}@${hostname}>`,
    date,
    envelope: { from: sender, to: message.toAddress },
    from: { name: practice.name, address: sender },
    to: message.toAddress,
    subject: t(`subject.${kind}`),
    text: asText(page),
    html: await render(<MailPage {...page} />),
    // RFC 3834: programs that answer by themselves leave such mail alone.
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": message.language },
  };
}

function asText(page: Parameters<typeof MailPage>[0]): string {
  const { practice, greeting, opening, button, url, aboutLink, aboutCode, code, promise, noReply } = page;
  const paragraphs = [greeting, opening, `${button}:\n${url}`, aboutLink, `${aboutCode}\n${code}`];
  return `${[...paragraphs, `${promise} ${noReply}`, practice].join("\n\n")}\n`;
}

/** MAIL_FROM may carry a display name; the practice's own stands in its place. */
function bareAddress(mailbox: string): string {
  return /<([^<>]+)>$/.exec(mailbox)?.[1] ?? mailbox.trim();
}
