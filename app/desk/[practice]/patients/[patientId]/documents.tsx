import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import tones from "@/app/desk/_kit/tones.module.css";
import type { ListedDocument } from "@/lib/documents/queries";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import classes from "./patient.module.css";

export async function Documents({ page }: { page: PatientPageData }) {
  const t = await getTranslations("patients.one");
  const time = await timesIn(page.timeZone);
  return (
    <section id="documents" className={classes.section}>
      <h2>{t("part.documents")}</h2>
      {page.documents.length === 0 && <p className={tones.quiet}>{t("noDocuments")}</p>}
      <ul className={classes.story}>
        {page.documents.map((one) => (
          <li key={one.id}>
            <time dateTime={one.happenedAt.toISOString()}>{time(one.happenedAt).both}</time>
            <a href={routes.document(one.id)}>{t(saidBy(one), { title: one.title })}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function saidBy({ kind, acknowledgement }: ListedDocument) {
  if (acknowledgement)
    return acknowledgement.kind === "signed" ? "documentOfAcknowledgement" : "documentOfExplanation";
  return kind === "withdrawal" ? "documentOfWithdrawal" : "documentOfAnswer";
}
