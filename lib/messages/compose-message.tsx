import { render } from "@react-email/render";
import type { Message } from "@/db/schema";
import { whyNotAddress } from "@/lib/address";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import type { Witnessed } from "@/verifier/trail/outside";
import { MailLayout, type MailLayoutProps } from "./mail-layout";
import { mailWords } from "./mail-words";
import { letsIn } from "./rules";
import { kindKey } from "./wording";

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

/** What these tell of is in the trail, so each mailbox they reach is a witness of it (P9). */
export const witnessing: readonly Message["kind"][] = ["copy-ready", "withdrawal-confirmed"];

/** The link of a question has no code: it waits longer than six digits may. */
export type MailLink = { url: string; code: string | null };

type Composed = Pick<Message, "id" | "kind" | "toAddress" | "language">;

/** The whole mail to exactly the stored address; nothing in it tells what the question is about. */
export async function composeMessage(
  message: Composed,
  practice: { name: string; phone: string },
  { link, witnessed, date }: { link: MailLink | null; witnessed: Witnessed | null; date: Date },
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
    opening: t(`opening.${kind}`, { practice: practice.name, phone: practice.phone }),
    door:
      link && letsIn(message.kind)
        ? {
            button: t(`button.${kindKey[message.kind]}`),
            url: link.url,
            linkInWords: t("linkInWords"),
            aboutLink: link.code
              ? t("aboutLink", { practice: practice.name, host })
              : t("aboutQuestionLink", { practice: practice.name, host }),
            otherWay: link.code
              ? t("aboutCode", { address: `${host}${routes.signInCode}` })
              : t("aboutBlocked", { address: `${host}${routes.signIn}` }),
            code: link.code && `${link.code.slice(0, 3)} ${link.code.slice(3)}`,
          }
        : null,
    witness: witnessed && t("witness", { size: String(witnessed.size), root: witnessed.root }),
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
    html: await render(<MailLayout {...page} />),
    // RFC 3834: programs that answer by themselves leave such mail alone.
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": message.language },
  };
}

function asText({ practice, greeting, opening, door, witness, promise, noReply }: MailLayoutProps): string {
  const ways = door
    ? [`${door.button}:\n${door.url}`, door.aboutLink, [door.otherWay, door.code].filter(Boolean).join("\n")]
    : [];
  const parts = [greeting, opening, ...ways, `${promise} ${noReply}`, witness, practice];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** MAIL_FROM may carry a display name; the practice's own stands in its place. */
function bareAddress(mailbox: string): string {
  return /<([^<>]+)>$/.exec(mailbox)?.[1] ?? mailbox.trim();
}
