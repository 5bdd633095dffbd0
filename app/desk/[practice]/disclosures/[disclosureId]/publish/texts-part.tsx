"use client";

import { Checkbox, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import tones from "@/app/desk/_kit/tones.module.css";
import { partKey } from "@/lib/drafts/part-key";
import type { PublishProblem } from "@/lib/drafts/publish-problems";
import { asLanguage, type Language, languages } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { BehindPart } from "./behind-part";
import type { Change, Choices, Sheet } from "./choices";
import type { Problems } from "./problems";
import classes from "./publish.module.css";

type Props = {
  practice: string;
  disclosureId: string;
  page: Sheet;
  choices: Choices;
  change: Change;
  problems: Problems;
  /** Reads anew what stands in the way. */
  again: () => void;
};

/** What the draft still lacks, and what its author decides about it: said in other words, without a language, unread. */
export function TextsPart({ practice, disclosureId, page, choices, change, problems, again }: Props) {
  const t = useTranslations("publish.form");
  const missing = problems.of("must-say-missing");
  const claims = [...problems.of("claim-not-fresh"), ...problems.of("claim-unknown")];
  const unchecked = problems.of("paper-unchecked");
  const onPaper = (["paper-differs", "paper-loses-page", "paper-not-drawn"] as const).flatMap(problems.of);
  const others = problems
    .at("texts")
    .filter(
      (words) =>
        ![...missing, ...claims, ...unchecked, ...onPaper].some(({ sentence }) => sentence === words),
    );
  const unread = languages.filter(
    (language) =>
      choices.unread.includes(language) ||
      problems.of("translation-unread").some(({ details }) => details.language === language),
  );
  const unwritten = languages.filter((one) => !page.written.some(({ language }) => language === one));
  const said = (choice: "saidOtherwise" | "leftOut" | "unread", key: string, isSaid: boolean) => {
    const rest = choices[choice].filter((one) => one !== key);
    change({ [choice]: isSaid ? [...rest, key] : rest });
  };
  return (
    <section aria-labelledby="texts" className={classes.part}>
      <h2 id="texts">{t("texts")}</h2>
      <ul className={classes.texts}>
        {page.written.map(({ language, title }) => (
          <li key={language}>
            {t(`languages.${language}`)}: <span lang={language}>{title || t("untitled")}</span>
          </li>
        ))}
      </ul>
      {[...others, ...problems.at("languages")].map((words) => (
        <p key={words} className={tones.alarm} role="alert">
          {words}
        </p>
      ))}
      {unchecked.map((problem) => (
        <p key={problem.sentence} className={tones.quiet} role="status">
          {problem.sentence}
        </p>
      ))}
      {onPaper.map((problem) => (
        <p key={problem.sentence} className={tones.alarm} role="alert">
          {problem.sentence}{" "}
          <a href={routes.draftOnPaper(practice, disclosureId, asLanguage(problem.details.language ?? ""))}>
            {t("onPaper")}
          </a>
        </p>
      ))}
      {claims.map((problem) => (
        <p key={problem.sentence} className={tones.alarm} role="alert">
          {problem.sentence}{" "}
          {problem.details.safeguardId && (
            <a href={`${routes.safeguard(practice, problem.details.safeguardId)}#check`}>{t("checkClaim")}</a>
          )}
        </p>
      ))}
      {problems.of("translation-behind").map((problem) => (
        <BehindPart
          key={problem.sentence}
          practice={practice}
          disclosureId={disclosureId}
          problem={problem}
          again={again}
        />
      ))}
      <Stack gap="xs">
        {unwritten.map((language) => (
          <Checkbox
            key={language}
            label={t("leaveOut", { language })}
            description={t("leaveOutHint", { language })}
            checked={choices.leftOut.includes(language)}
            onChange={({ currentTarget }) => said("leftOut", language, currentTarget.checked)}
          />
        ))}
        {unread.map((language) => (
          <Checkbox
            key={language}
            label={t("unread", { language })}
            description={t("unreadHint")}
            error={problems.at("unread")[0]}
            checked={choices.unread.includes(language)}
            onChange={({ currentTarget }) => said("unread", language, currentTarget.checked)}
          />
        ))}
      </Stack>
      <MissingParts
        page={page}
        missing={missing}
        otherwise={choices.saidOtherwise}
        say={(key, isSaid) => said("saidOtherwise", key, isSaid)}
      />
    </section>
  );
}

function MissingParts(props: {
  page: Sheet;
  missing: readonly PublishProblem[];
  otherwise: readonly string[];
  say: (key: string, isSaid: boolean) => void;
}) {
  const { page, missing, otherwise, say } = props;
  const t = useTranslations("publish.form");
  return page.written.map(({ language }) => {
    const open = missing.filter(({ details }) => details.language === language);
    // Until the preview has caught up, what was just ticked is still missing there.
    const keys = new Set([
      ...open.map(({ details }) => partKey(language, details.part ?? "")),
      ...otherwise.filter((key) => key.startsWith(`${language}.`)),
    ]);
    if (keys.size === 0) return null;
    return (
      <fieldset key={language} className={classes.missing}>
        <legend>{t("missing", { language, count: open.length })}</legend>
        <p className={tones.quiet}>{t("missingHint")}</p>
        {[...keys].toSorted(inOrderOf(page, language)).map((key) => (
          <Checkbox
            key={key}
            label={t("saidOtherwise", { part: page.parts[key.slice(language.length + 1)] ?? "" })}
            checked={otherwise.includes(key)}
            onChange={({ currentTarget }) => say(key, currentTarget.checked)}
          />
        ))}
      </fieldset>
    );
  });
}

/** In the order of a good text, so that a tick does not move its line. */
function inOrderOf({ parts }: Sheet, language: Language) {
  const order = Object.keys(parts).map((part) => partKey(language, part));
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}
