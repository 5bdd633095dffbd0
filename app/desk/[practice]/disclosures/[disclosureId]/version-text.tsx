import { getTranslations } from "next-intl/server";
import { claimWords } from "@/app/_ui/claim-words";
import { Markdown } from "@/app/_ui/markdown";
import tones from "@/app/desk/_kit/tones.module.css";
import type { ShownVersion } from "@/lib/disclosures/queries";
import type { ClaimNotes } from "@/lib/drafts/claims";
import { parseDisclosureMarkdown } from "@/lib/markdown/markdown";
import classes from "./disclosure.module.css";

/** A published text as patients read it, with its uses and its fingerprint. */
export async function VersionText({ text, claims }: { text: ShownVersion; claims: ClaimNotes }) {
  const t = await getTranslations("disclosures");
  const parts = ["whatFor", "whoSees", "where", "until", "copy"] as const;
  return (
    <>
      <div lang={text.language} className="reading">
        <p>
          <strong>{text.inShort}</strong>
        </p>
        {text.changeSummary && <p>{text.changeSummary}</p>}
        <Markdown root={parseDisclosureMarkdown(text.body)} said={claimWords(claims, text.language)} />
      </div>
      <h3>{t("items")}</h3>
      <ol>
        {text.items.map((item) => (
          <li key={item.id}>
            <span lang={text.language}>{item.label}</span>{" "}
            <span className={tones.quiet}>({t(item.required ? "required" : "optional")})</span>
            <ul lang={text.language} className={tones.quiet}>
              {parts.map((part) => item[part] && <li key={part}>{item[part]}</li>)}
            </ul>
          </li>
        ))}
      </ol>
      <p className={classes.fingerprint}>
        {t("fingerprint")} <code>{text.textSha256}</code>
      </p>
    </>
  );
}
