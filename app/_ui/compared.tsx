import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type {
  ComparedBlock,
  ComparedRun,
  ComparedTexts,
  ComparedUse,
  Sign,
  UseField,
} from "@/lib/markdown/compare-texts";
import classes from "./compared.module.css";

type Words = Record<"added" | "removed" | "changed" | "nowRequired" | "nowOptional", string>;

export async function compareWords(): Promise<Words> {
  const t = await getTranslations("compare");
  return {
    added: t("added"),
    removed: t("removed"),
    changed: t("changed"),
    nowRequired: t("nowRequired"),
    nowOptional: t("nowOptional"),
  };
}

/** Words added are underlined, words removed struck through, and both are said to whoever hears the page. */
export function Runs({ runs, words }: { runs: readonly ComparedRun[]; words: Words }) {
  return runs.map(({ sign, words: said }, index) => {
    if (sign === "same" || said.trim() === "") return said;
    const Marked = sign === "added" ? "ins" : "del";
    return (
      <Marked key={`${sign}${index}`}>
        <span className={classes.said}>{words[sign]}: </span>
        {said}
      </Marked>
    );
  });
}

export function BlockBox(props: {
  block: Pick<ComparedBlock, "kind" | "sign">;
  words: Words;
  children: ReactNode;
}) {
  const { block, words, children } = props;
  const mark = block.sign === "added" || block.sign === "removed" ? words[block.sign] : null;
  // Not a heading of the page: it stands in a table, or among words that are gone.
  const kind = block.kind === "paragraph" ? "" : classes[block.kind];
  return (
    <p className={`${classes.runs} ${kind}`}>
      {mark && (
        <span className={classes.mark} aria-hidden>
          {mark}
        </span>
      )}
      {children}
    </p>
  );
}

export const fieldsOfUse: readonly UseField[] = ["label", "whatFor", "whoSees", "where", "until", "copy"];

export function changeOfUse({ sign, nowRequired }: ComparedUse, words: Words): string | null {
  if (nowRequired !== null) return nowRequired ? words.nowRequired : words.nowOptional;
  return sign === "same" ? null : words[sign];
}

/** Both texts in one: what changed in its place, and what stayed around it. */
export async function ComparedInOne({ compared, language }: { compared: ComparedTexts; language: string }) {
  const t = await getTranslations("compare");
  const words = await compareWords();
  const changed = compared.uses.filter(({ sign }) => sign !== "same");
  return (
    <>
      <p>{t("legend")}</p>
      <div className="reading" lang={language}>
        {[compared.title, compared.inShort].map(
          (runs, index) =>
            hasChange(runs) && (
              <p key={index === 0 ? "title" : "short"} className={classes.runs}>
                <Runs runs={runs} words={words} />
              </p>
            ),
        )}
        {compared.blocks.map((block, index) => (
          <BlockBox key={`${block.kind}${index + 1}`} block={block} words={words}>
            <Runs runs={block.runs} words={words} />
          </BlockBox>
        ))}
      </div>
      <h2>{t("uses")}</h2>
      {changed.length === 0 && <p>{t("usesSame")}</p>}
      <ul lang={language}>
        {changed.map((use) => (
          <li key={use.key} className={classes.runs}>
            <span className={classes.mark}>{changeOfUse(use, words)}</span>
            {fieldsOfUse.map(
              (field) =>
                use.fields[field].length > 0 && (
                  <p key={field}>
                    <Runs runs={use.fields[field]} words={words} />
                  </p>
                ),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function hasChange(runs: readonly ComparedRun[]) {
  return runs.some(({ sign }) => sign !== "same");
}

/** What one of the two texts says of it. */
export function readingOn(side: "earlier" | "later", runs: readonly ComparedRun[]): ComparedRun[] {
  const other: Sign = side === "earlier" ? "added" : "removed";
  return runs.filter(({ sign }) => sign !== other);
}
