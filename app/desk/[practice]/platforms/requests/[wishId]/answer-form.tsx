"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Choice, Field, Given, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import { type Language, languages } from "@/lib/languages";
import { answerWishInput } from "@/lib/wishes/input";
import { answerWishAction } from "../actions";
import { DayFields } from "../day-fields";
import classes from "./request.module.css";

const decisions = ["yes", "trial", "talk", "not-possible"] as const;
type Decision = (typeof decisions)[number];

type Props = {
  practice: string;
  wishId: string;
  today: string;
  /** The platform that was named, where somebody may be put on it. */
  named: string;
  ways: { id: string; label: string }[];
  isTalking: boolean;
  theirs: Language;
  here: string;
  prepared: { language: Language; sentences: Record<string, string> }[];
  hindrances: { key: string; label: string }[];
  name: string;
};

/** Four buttons; each asks only what it needs. Nothing is chosen beforehand. */
export function AnswerForm(props: Props) {
  const { practice, wishId, today, named, ways, isTalking, name } = props;
  const t = useTranslations("wishes.form");
  const [decision, setDecision] = useState<Decision | null>(null);
  if (!decision) {
    return (
      <Group gap="xs">
        {decisions
          .filter((one) => !(one === "talk" && isTalking))
          .map((one) => (
            <Button key={one} variant="default" onClick={() => setDecision(one)}>
              {t(`decision.${one}`)}
            </Button>
          ))}
      </Group>
    );
  }
  return (
    <DeskForm
      action={answerWishAction.bind(null, practice)}
      schema={answerWishInput}
      fields={{ wishId, decision }}
      about={t(`decision.${decision}`)}
      save={t(`save.${decision}`)}
      cancel={t("cancel")}
      close={() => setDecision(null)}
      done={{ words: t(`done.${decision}`, { name }) }}
    >
      <p>{t(`means.${decision}`, { name })}</p>
      {(decision === "yes" || decision === "trial") && (
        <>
          <Select
            name="platformId"
            label={t("way")}
            first={named}
            of={[
              { value: "", label: t("chooseWay") },
              ...ways.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
          <DayFields today={today} isTrial={decision === "trial"} />
        </>
      )}
      {decision === "not-possible" && <Why {...props} />}
    </DeskForm>
  );
}

/** What hinders it, in the prepared sentence as it will be read, and in words of one's own. */
function Why({ theirs, here, prepared, hindrances }: Props) {
  const t = useTranslations("wishes.form");
  return (
    <>
      <Choice
        name="hindrance"
        label={t("why")}
        of={hindrances.map(({ key, label }) => ({ value: key, label }))}
      />
      <Given the="hindrance">
        {(why) =>
          prepared.map(
            ({ language, sentences }) =>
              sentences[why] && (
                <p key={language} className={classes.reads}>
                  <span className={tones.quiet}>
                    {t(language === theirs ? "theyRead" : "otherwise", { language })}
                  </span>{" "}
                  <q lang={language}>{sentences[why]}</q>
                </p>
              ),
          )
        }
      </Given>
      <Field name="words" label={t("words")} hint={t("wordsHint")} multiline maxLength={2_000} />
      <Select
        name="wordsLanguage"
        label={t("wordsLanguage")}
        first={theirs}
        of={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      {theirs !== here && <p className={tones.quiet}>{t("wordsTheirs", { language: theirs })}</p>}
    </>
  );
}
