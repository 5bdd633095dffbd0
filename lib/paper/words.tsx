import { type Styles, Text, View } from "@react-pdf/renderer";
import { Fragment, type ReactNode } from "react";
import type { Face, Voice } from "./font-faces";
import { runsOf } from "./fonts";
import { breakHere, longestWord, partsOf, wordAcross } from "./line-breaks";
import { startsRightToLeft } from "./right-to-left";
import { style } from "./style";
import { linesAtMost, lineWidth } from "./text-size";

type Style = Styles[string] | Styles[string][];

/** react-pdf would end a line inside "Łukasz" with a hyphen nobody wrote; at this penalty it may not. */
const neverHyphenate = 10_000;

/** Text with every character in a face that draws it. */
export function drawn(text: string, voice: Voice, longest = longestWord): ReactNode {
  const home: Face = voice === "serif" ? "serif-latin" : "sans-latin";
  const runs = runsOf(text, voice);
  if (runs.length === 1 && runs[0]?.face === home) return runs[0].text;
  const whole = runs.map((run) => run.text).join("");
  let end = 0;
  return runs.map((run) => {
    const start = end;
    end += run.text.length;
    return (
      <Fragment key={start}>
        {wordAcross(whole, start) > longest ? <Text>{breakHere}</Text> : null}
        <Text style={{ fontFamily: run.face }}>{run.text}</Text>
      </Fragment>
    );
  });
}

type WordsProps = {
  children: ReactNode;
  voice?: Voice;
  style?: Style;
  minPresenceAhead?: number;
  longest?: number;
  runsLeft?: boolean;
};

/** A paragraph. Strings in it are drawn by the faces that cover them; elements are taken as they are. */
export function Words({
  children,
  voice = "sans",
  longest = longestWord,
  runsLeft = typeof children === "string" && startsRightToLeft(children),
  style: look = {},
  ...rest
}: WordsProps) {
  return (
    <Text
      hyphenationPenalty={neverHyphenate}
      hyphenationCallback={longest === longestWord ? undefined : (word: string) => partsOf(word, longest)}
      style={runsLeft ? [style.runsLeft, look].flat() : look}
      {...rest}
    >
      {typeof children === "string" ? drawn(children, voice, longest) : children}
    </Text>
  );
}

export function Section({ children }: { children: string }) {
  return (
    <Words style={style.section} minPresenceAhead={1}>
      {children}
    </Words>
  );
}

/** Half a page and more: it must be able to break, which react-pdf does between lines but not inside a row. */
export function isLong(text: string) {
  return text.length > 900;
}

/** What fills no line stays beside its label, whichever way it runs. */
function beside(text: string) {
  if (!startsRightToLeft(text)) return {};
  const { fontSize: size } = style.page;
  return linesAtMost(text, { size, width: lineWidth - style.label.width }) === 1 ? style.beside : {};
}

type FactProps = {
  label: string;
  children: (string | null)[] | string;
  strong?: boolean;
  fingerprint?: boolean;
};

/** A label and what it says; further lines are quieter. Much text stands under its label. */
export function Fact({ label, children, strong = false, fingerprint = false }: FactProps) {
  const lines = [children].flat().filter((text) => text !== null && text !== "");
  const isStacked = isLong(lines.join(""));
  const alone = lines.length === 1 && !isStacked ? style.value : {};
  const look = fingerprint ? style.fingerprint : {};
  const said = lines.map((text, index) => (
    <Words
      key={text}
      style={[alone, look, index > 0 ? style.quiet : strong ? style.strong : {}, beside(text ?? "")]}
    >
      {text ?? ""}
    </Words>
  ));
  return (
    <View style={isStacked ? style.stack : style.row} wrap={isStacked}>
      <Words style={isStacked ? style.quiet : style.label}>{label}</Words>
      {lines.length === 1 || isStacked ? said : <View style={style.value}>{said}</View>}
    </View>
  );
}
