import { getTranslations } from "next-intl/server";
import { BlockBox, changeOfUse, compareWords, fieldsOfUse, Runs, readingOn } from "@/app/_ui/compared";
import type { ComparedBlock, ComparedTexts } from "@/lib/markdown/compare-texts";
import classes from "./compare.module.css";

type Props = { compared: ComparedTexts; language: string; numbers: { from: number; to: number } };

/** The earlier text on the left, the later one on the right, each paragraph beside the one it came from. */
export async function SideBySide({ compared, language, numbers }: Props) {
  const t = await getTranslations("compare");
  const words = await compareWords();
  const sides = [
    { side: "earlier", label: t("version", { number: numbers.from }) },
    { side: "later", label: t("version", { number: numbers.to }) },
  ] as const;
  const rows = [
    ...[compared.title, compared.inShort].map(
      (runs): ComparedBlock => ({ kind: "paragraph", sign: "same", runs }),
    ),
    ...compared.blocks,
  ];
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            {sides.map(({ side, label }) => (
              <th key={side} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang={language}>
          {rows.map((block, index) => (
            <tr key={`${block.kind}${index + 1}`}>
              {sides.map(({ side, label }) => {
                const runs = readingOn(side, block.runs);
                return (
                  <td key={side} data-label={label} {...(runs.length === 0 && { "data-empty": true })}>
                    {runs.length > 0 && (
                      <BlockBox block={block} words={words}>
                        <Runs runs={runs} words={words} />
                      </BlockBox>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t("uses")}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            {sides.map(({ side, label }) => (
              <th key={side} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang={language}>
          {compared.uses.map((use) => (
            <tr key={use.key}>
              {sides.map(({ side, label }) => {
                const isThere = use.sign !== (side === "earlier" ? "added" : "removed");
                return (
                  <td key={side} data-label={label} {...(!isThere && { "data-empty": true })}>
                    {isThere && side === "later" && changeOfUse(use, words) && (
                      <p>
                        <strong>{changeOfUse(use, words)}</strong>
                      </p>
                    )}
                    {isThere &&
                      fieldsOfUse.map((field) => (
                        <BlockBox key={field} block={{ kind: "paragraph", sign: "same" }} words={words}>
                          <Runs runs={readingOn(side, use.fields[field])} words={words} />
                        </BlockBox>
                      ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
