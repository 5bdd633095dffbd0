"use client";

import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { marked, Name, Sentence } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { waysToAsk } from "@/lib/requests/ways-to-ask";
import type { Preview } from "./preview";
import classes from "./publish.module.css";

type Props = {
  preview: Preview;
  /** Whether it changes what people agreed to. */
  asks: boolean;
  search: string;
  look: (search: string) => void;
  isStale: boolean;
};

const many = 12;

/** Before anything happens: who is asked again, how the question reaches each, and when. */
export function AffectedPart({ preview, asks, search, look, isStale }: Props) {
  const t = useTranslations("publish.form");
  const { affected, readings, openQuestions, ending, leaves } = preview;
  const { unread, reading } = openQuestions;
  if (!asks) {
    return (
      <section aria-labelledby="affected" className={classes.part}>
        <h2 id="affected">{t("nobody")}</h2>
        <p>{t("editorialEffect", { unread, reading })}</p>
      </section>
    );
  }
  const { total, ways, ofColleagues, people, matching } = affected;
  const isLong = total - ofColleagues > many || search !== "";
  return (
    <section aria-labelledby="affected" aria-busy={isStale} className={classes.part}>
      <h2 id="affected">{t("asked", { count: total })}</h2>
      {total > 0 && (
        <ul className={classes.texts}>
          {waysToAsk
            .filter((way) => ways[way] > 0)
            .map((way) => (
              <li key={way}>{t(`ways.${way}`, { count: ways[way] })}</li>
            ))}
          {ofColleagues > 0 && <li>{t("ofColleagues", { count: ofColleagues })}</li>}
        </ul>
      )}
      {(total > 0 || readings.some(({ isSame, people }) => isSame && people > 0)) && (
        <ul className={classes.texts}>
          {readings.map(({ language, isSame, people: count }) => (
            <li key={language}>{t(isSame ? "readingSame" : "readingChanged", { language, count })}</li>
          ))}
        </ul>
      )}
      {total > 0 && <p>{t("leaves", { leaves })}</p>}
      {ending && total > 0 && <p>{t(ending.withIt ? "endWithIt" : "endLater", { day: ending.day })}</p>}
      {unread + reading > 0 && <p>{t("materialOpen", { count: unread + reading })}</p>}
      {isLong && (
        <TextInput
          type="search"
          label={t("search")}
          value={search}
          maxLength={200}
          onChange={({ currentTarget }) => look(currentTarget.value)}
        />
      )}
      <ul className={classes.people} aria-label={t("names")}>
        {people.map(({ id, name, way, phone, mailLanguage }) => (
          <li key={id}>
            <Name>{name}</Name>:{" "}
            <Sentence>
              {t(`way.${way}`, {
                language: mailLanguage,
                hasPhone: String(phone !== null),
                phone: marked(phone ?? ""),
              })}
            </Sentence>
          </li>
        ))}
      </ul>
      {matching > people.length && (
        <p className={tones.quiet}>{t("more", { shown: people.length, count: matching })}</p>
      )}
      {search !== "" && matching === 0 && <p className={tones.quiet}>{t("nobodyFound")}</p>}
    </section>
  );
}
