import { getLocale, getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import classes from "@/app/desk/[practice]/platforms/platforms.module.css";
import { languages } from "@/lib/languages";
import { sourcesOf, valuesOf } from "@/lib/platforms/facts";
import type { PlatformPageData } from "@/lib/screens/desk/platform";
import { NoteForm } from "./note-form";

type Row = PlatformPageData["facts"][number];
type Noted = NonNullable<Row["current"]>;

/** One fact: what is known and from where, how old it is, and what was noted before. */
export async function Fact(props: { practice: string; page: PlatformPageData; fact: Row }) {
  const { practice, page, fact } = props;
  const { key, current, earlier, age } = fact;
  const t = await getTranslations("platforms");
  return (
    <li data-row>
      <h3>{t(`fact.${key}`)}</h3>
      <div className={classes.fact}>
        {current ? (
          <Statement noted={current} age={age} />
        ) : (
          <p>
            <strong>{t("value.unknown")}</strong> <span className={tones.quiet}>{t("neverNoted")}</span>
          </p>
        )}
        {earlier.length > 0 && (
          <details className={classes.earlier}>
            <summary>{t("earlier", { count: earlier.length })}</summary>
            <ul className={classes.plain}>
              {earlier.map((noted) => (
                <li key={noted.id}>
                  <Statement noted={noted} age={null} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {page.mayManage && (
          <NoteForm
            practice={practice}
            platformId={page.id}
            factKey={key}
            title={t(`fact.${key}`)}
            values={valuesOf(key)}
            sources={sourcesOf(key)}
            today={page.day}
            words={{ en: current?.words?.en ?? "", es: current?.words?.es ?? "" }}
            link={current?.link ?? ""}
          />
        )}
      </div>
    </li>
  );
}

async function Statement({ noted, age }: { noted: Noted; age: number | null }) {
  const t = await getTranslations("platforms");
  const language = await getLocale();
  const { value, words, source, sourceName, link, checkedOn, goodUntil } = noted;
  return (
    <>
      <p>
        <strong>{t(`value.${value}`)}</strong>{" "}
        {goodUntil && t("goodUntil", { day: shownDay(goodUntil, language) })}
      </p>
      {languages.map(
        (one) =>
          words?.[one] && (
            <p key={one}>
              <span className={tones.quiet}>{t(`languages.${one}`)}</span>{" "}
              <span lang={one}>{words[one]}</span>
            </p>
          ),
      )}
      <p className={tones.quiet}>
        <span className={classes.mark}>{t(`source.${source}`, { name: sourceName ?? "" })}</span>
        {t("noted", { day: shownDay(checkedOn, language), name: noted.notedByName })}{" "}
        {age !== null && <span className={tones.soon}>{t("age", { days: age })}</span>}
      </p>
      {link && (
        <p>
          <a href={link} rel="noreferrer">
            {t("link")}
          </a>{" "}
          <span className={tones.quiet}>{URL.parse(link)?.hostname}</span>
        </p>
      )}
    </>
  );
}
