import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import pages from "@/app/my/[practice]/pages.module.css";
import { nameFilesAction } from "./actions";

type Props = { practice: string; people: { id: string; legalName: string; isNamed: boolean }[] };

/** Whether files carry a name where they are saved: for who shares a device, a name is too much. */
export async function FileNames({ practice, people }: Props) {
  const t = await getTranslations("documents.mine.files");
  return (
    <section className={pages.section} aria-labelledby="file-names">
      <div className={pages.head}>
        <h2 id="file-names">{t("title")}</h2>
      </div>
      {people.map(({ id, legalName: name, isNamed }) => (
        <PlainForm
          key={id}
          action={nameFilesAction.bind(null, practice)}
          values={{ patientId: id, named: isNamed ? "no" : "yes" }}
        >
          <p id={`named-${id}`}>{t(isNamed ? "with" : "without", { name })}</p>
          <SendButton variant="default" aria-describedby={`named-${id}`}>
            {t(isNamed ? "leaveOut" : "putIn")}
          </SendButton>
        </PlainForm>
      ))}
    </section>
  );
}
