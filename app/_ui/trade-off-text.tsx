import type { Language } from "@/lib/languages";
import { parseDisclosureMarkdown } from "@/lib/markdown/markdown";
import { asSent } from "./as-sent";
import { Markdown, wordsShown } from "./markdown";
import classes from "./trade-off-text.module.css";

type Props = { text: { inShort: string; body: string }; language: Language };

/** What is different elsewhere, as it is signed: side by side and, on a phone, one under the other. */
export function TradeOffText({ text, language }: Props) {
  return (
    <div lang={language}>
      <p className={classes.short} {...asSent(text.inShort)}>
        {text.inShort}
      </p>
      <Comparison markdown={text.body} language={language} />
    </div>
  );
}

/** A table of differences alone, before anything is agreed. */
export function Comparison({ markdown, language }: { markdown: string; language: Language }) {
  const root = parseDisclosureMarkdown(markdown);
  return (
    <div className={`reading ${classes.body}`} lang={language} {...asSent(wordsShown(root))}>
      <Markdown root={root} />
    </div>
  );
}
