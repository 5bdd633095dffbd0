import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { timesIn } from "@/app/_ui/time";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { ownDocumentsPage } from "@/lib/screens/my/documents";
import { FileNames } from "./file-names";

type Props = PageProps<"/my/[practice]/documents">;

export async function generateMetadata() {
  return { title: (await getTranslations("documents.mine"))("title") };
}

export default async function DocumentsPage({ params }: Props) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const page = await ownDocumentsPage(ctx, asLanguage(await getLocale()));
  const { practice, documents, severalPatients } = page;
  const t = await getTranslations("documents.mine");
  const shown = await timesIn(practice.timeZone);
  const home = { href: routes.my(slug), label: (await getTranslations("common"))("home") };

  return (
    <PatientFrame practice={practice} back={home}>
      <h1 className={pages.title}>{t("title")}</h1>
      <p className={pages.quiet}>{t("count", { count: documents.length })}</p>
      <p className={pages.prose}>
        {t.rich("locked", {
          link: (words) => <a href={routes.verify}>{words}</a>,
        })}
      </p>
      {documents.length > 0 && (
        <div className={pages.card}>
          <ul className={pages.rows}>
            {documents.map(({ id, title, language, calledName, at, says, correctedAt }, index) => {
              const { both, zone } = shown(at);
              const heading = `document-${index}`;
              return (
                <li key={`${title}${at.toISOString()}${says.word}`}>
                  <div id={heading}>
                    <strong lang={language}>{title}</strong>
                    {severalPatients && <> · {t("for", { name: calledName })}</>}
                  </div>
                  <div>{t(`says.${says.word}`, { yes: says.yes, no: says.no })}</div>
                  {correctedAt && <div>{t("byMistake", { date: shown(correctedAt).date })}</div>}
                  <div className={pages.detail}>
                    {both} ({zone})
                  </div>
                  {id ? (
                    <div className={pages.row}>
                      <a href={routes.document(id)} aria-describedby={heading}>
                        {t("download")}
                      </a>
                    </div>
                  ) : (
                    <div className={pages.detail}>{t("locking")}</div>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <FileNames practice={slug} people={page.people} />
    </PatientFrame>
  );
}
