import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createTranslator } from "use-intl/core";
import { checkedParams } from "@/app/_ui/checked-params";
import { Markdown } from "@/app/_ui/markdown";
import { orNotFound } from "@/app/_ui/or-not-found";
import { shownTime } from "@/app/_ui/shown-time";
import { Name } from "@/app/desk/_kit/name";
import { staffContext } from "@/lib/auth/session";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { paperPage } from "@/lib/screens/desk/paper";
import { localeTexts } from "@/locales/texts";
import classes from "./paper.module.css";
import { PrintButton } from "./print-button";

type Props = PageProps<"/desk/[practice]/requests/[requestId]/paper">;

const parts = ["whatFor", "whoSees", "where", "until", "copy"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("records.onPaper"))("title") };
}

/** The text of an open question to print, read and sign by hand: in the patient's language, whoever prints it. */
export default async function PaperPage({ params }: Props) {
  const { practice: slug, requestId } = await checkedParams(params);
  const ctx = await staffContext(slug);
  const { practice, patient, isOwn, text, root } = await orNotFound(ctx, paperPage(ctx, requestId));
  const desk = await getTranslations("records.onPaper");
  const { language } = text;
  const say = createTranslator({ locale: language, messages: localeTexts(language), namespace: "sheet" });
  const answer = createTranslator({ locale: language, messages: localeTexts(language), namespace: "answer" });
  const since = shownTime(text.effectiveFrom, practice.timeZone, language).date;
  const acknowledged = isAcknowledged(text.kind);

  return (
    <>
      <div className={classes.tools}>
        <p>{desk("what")}</p>
        <PrintButton label={desk("printNow")} />
      </div>
      <article lang={language} className={classes.sheet}>
        <p className={classes.practice}>
          {practice.name} · {practice.phone}
        </p>
        <h1>{text.title}</h1>
        <p className={classes.short}>{text.inShort}</p>
        <div className="reading">
          <Markdown root={root} />
        </div>
        {text.items.map((item) => (
          <section key={item.id} className={classes.use} aria-labelledby={`use-${item.position}`}>
            <h2 id={`use-${item.position}`}>{item.label}</h2>
            <dl>
              {parts
                .filter((part) => item[part])
                .map((part) => (
                  <div key={part}>
                    <dt>{answer(part)}</dt>
                    <dd>{item[part]}</dd>
                  </div>
                ))}
            </dl>
            <p className={classes.boxes}>
              <span>☐ {answer("yes")}</span> <span>☐ {answer("no")}</span>
            </p>
          </section>
        ))}
        <section className={classes.signing} aria-labelledby="signing">
          <h2 id="signing">{say("signing")}</h2>
          <p>
            {say("patient")}: <Name>{patient.legalName}</Name>
          </p>
          <p>{say(acknowledged ? "onlyReceipt" : "meaning")}</p>
          {(isOwn
            ? (["name", "signature", "date"] as const)
            : (["name", "actsAs", "signature", "date"] as const)
          ).map((line) => (
            <p key={line} className={classes.line}>
              {say(line)}
            </p>
          ))}
          <p>{say("noIsFine")}</p>
        </section>
        <footer className={classes.foot}>
          <p>{say("version", { number: text.number, date: since })}</p>
          <p className={classes.fingerprint}>{say("fingerprint", { sha256: text.textSha256 })}</p>
        </footer>
      </article>
    </>
  );
}
