import { Path, Svg, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Language } from "@/lib/languages";
import type { ItemText } from "@/lib/markdown/markdown";
import { isOfTradeOff, type SignedItem, type SignedRecord } from "@/verifier/record";
import { timeInUtc, timeInZone } from "@/verifier/times";
import { AskedAndAnswered } from "./asked-and-answered";
import { type Mark, markBox, markPaths } from "./mark";
import { sentences } from "./sentences";
import { ink, style } from "./style";
import {
  answersHeading,
  detailsOf,
  intentFact,
  isMarked,
  markWords,
  meaningWords,
  requiredWords,
  signedAt,
  signerFact,
  timeLabel,
} from "./wording";
import { Fact, isLong, Section, Words } from "./words";

/** Every use in full, with its answer. */
export function Items({ record }: { record: SignedRecord }) {
  const say = sentences[record.language];
  return (
    <>
      <Section>{isOfTradeOff(record) ? answersHeading(record) : say.uses}</Section>
      {record.items.map((item) => (
        <Item key={item.id} item={item} record={record} />
      ))}
    </>
  );
}

function Item({ item, record }: { item: SignedItem; record: SignedRecord }) {
  return (
    <Use item={item} language={record.language} asked={requiredWords(record, item)}>
      <AskedAndAnswered record={record} item={item} strong />
    </Use>
  );
}

/** What a use says of itself, under what was asked and, once it was, answered. */
export function Use({
  item,
  language,
  asked,
  children,
}: {
  item: ItemText;
  language: Language;
  asked: string | null;
  children: ReactNode;
}) {
  const words = item.label + item.whatFor + item.whoSees + item.where + item.until + item.copy;
  return (
    <View style={style.item} wrap={isLong(words)}>
      <View style={style.itemHead}>{children}</View>
      {detailsOf(language, item).map(({ label, text }) => (
        <Fact key={label} label={label}>
          {text}
        </Fact>
      ))}
      {asked ? <Words style={style.small}>{asked}</Words> : null}
    </View>
  );
}

export function SignatureBlock({ record, mark }: { record: SignedRecord; mark: Mark | null }) {
  const { signer, practice, language } = record;
  const isPressed = !isMarked(record);
  const { label, lines } = signerFact(record);
  const intent = intentFact(record);
  const say = sentences[language];
  const at = signedAt(record);
  return (
    <View style={style.signature} wrap={false}>
      {isPressed ? null : (
        <View style={style.signatureLine}>
          {mark ? (
            <DrawnMark mark={mark} />
          ) : (
            <Words style={style.typedMark} voice="serif">
              {signer.printedName}
            </Words>
          )}
        </View>
      )}
      <Words style={isPressed ? style.pressed : style.markWords}>{markWords(record)}</Words>
      <Fact label={label} strong>
        {lines}
      </Fact>
      <Fact label={say.meaningLabel}>{meaningWords(record)}</Fact>
      <Fact label={intent.label}>{intent.text}</Fact>
      <Fact label={timeLabel(record)}>{[timeInZone(at, practice.timeZone, language), timeInUtc(at)]}</Fact>
    </View>
  );
}

function DrawnMark({ mark }: { mark: Mark }) {
  return (
    <Svg viewBox={`0 0 ${markBox.width} ${markBox.height}`} style={{ width: 210, height: 70 }}>
      {markPaths(mark).map((d) => (
        <Path
          key={d}
          d={d}
          stroke={ink}
          strokeWidth={4}
          strokeLinecap="round"
          strokeLinejoin="round"
          fill="none"
        />
      ))}
    </Svg>
  );
}
