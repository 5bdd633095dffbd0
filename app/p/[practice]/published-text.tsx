import { getTranslations } from "next-intl/server";
import { claimWords } from "@/app/_ui/claim-words";
import { Markdown } from "@/app/_ui/markdown";
import type { ShownVersion } from "@/lib/disclosures/queries";
import type { ClaimNotes } from "@/lib/drafts/claims";
import { parseDisclosureMarkdown } from "@/lib/markdown/markdown";
import classes from "./texts.module.css";

/** A published text as anybody may read it. One that is not what was published is not shown. */
export async function PublishedText(props: { text: ShownVersion; language: string; claims?: ClaimNotes }) {
  const { text, language, claims = {} } = props;
  const t = await getTranslations("publicTexts");
  if (text.foundSha256 !== text.textSha256) return <p role="alert">{t("altered")}</p>;
  return (
    <>
      {text.language !== language && <p>{t(`onlyIn.${text.language}`)}</p>}
      {text.changeSummary && (
        <p lang={text.language}>
          <span lang={language}>{t("changes")}</span> {text.changeSummary}
        </p>
      )}
      <div className="reading" lang={text.language}>
        <p>
          <strong>{text.inShort}</strong>
        </p>
        <Markdown root={parseDisclosureMarkdown(text.body)} said={claimWords(claims, text.language)} />
      </div>
      <h3>{t("uses")}</h3>
      <ul lang={text.language}>
        {text.items.map((item) => (
          <li key={item.id}>
            {item.label}
            <p className={classes.quiet}>
              {[item.whatFor, item.whoSees, item.where, item.until, item.copy].filter(Boolean).join(" ")}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
