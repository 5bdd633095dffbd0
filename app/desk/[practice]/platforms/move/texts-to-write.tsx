import { getTranslations } from "next-intl/server";
import tones from "@/app/desk/_kit/tones.module.css";
import { WriteNextButton } from "@/app/desk/[practice]/disclosures/write-next-button";
import { routes } from "@/lib/routes";
import classes from "./move.module.css";

/** Texts that say something else than where the practice meets: one press begins the next version of each. */
export async function TextsToWrite(props: {
  practice: string;
  title: string;
  note: string;
  texts: readonly { disclosureId: string; title: string }[];
  mayWrite: boolean;
}) {
  const { practice, title, note, texts, mayWrite } = props;
  const t = await getTranslations("moves");
  return (
    <section aria-labelledby="texts" className={classes.part}>
      <h2 id="texts">{title}</h2>
      <ul className={classes.texts}>
        {texts.map((one) => (
          <li key={one.disclosureId}>
            <a href={routes.disclosure(practice, one.disclosureId)}>{one.title}</a>
            {mayWrite && (
              <WriteNextButton
                practice={practice}
                disclosureId={one.disclosureId}
                label={t("write", { title: one.title })}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={tones.quiet}>{note}</p>
    </section>
  );
}
