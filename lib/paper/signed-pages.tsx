import { Path, Svg, View } from "@react-pdf/renderer";
import { isOfTradeOff, type SignedRecord } from "@/verifier/record";
import { timeInUtc, timeInZone } from "@/verifier/times";
import { AskedAndAnswered } from "./asked-and-answered";
import { type Mark, markBox, strokePath } from "./drawn-mark";
import { sentences } from "./sentences";
import { ink, style } from "./style";
import { linesAtMost, lineWidth } from "./text-size";
import { Use } from "./use";
import {
  answersHeading,
  intentFact,
  isMarked,
  markWords,
  meaningWords,
  requiredWords,
  signedAt,
  signerFact,
  timeLabel,
} from "./wording";
import { Fact, Section, Words } from "./words";

/** Every use in full, with its answer, and who signed below the last. */
export function ItemsAndSignature({ record, mark }: { record: SignedRecord; mark: Mark | null }) {
  const say = sentences[record.language];
  const signature = {
    node: <SignatureBlock record={record} mark={mark} />,
    height: signatureHeight(record),
  };
  return (
    <>
      <Section>{isOfTradeOff(record) ? answersHeading(record) : say.uses}</Section>
      {record.items.map((item, index) => (
        <Use
          key={item.id}
          item={item}
          language={record.language}
          asked={requiredWords(record, item)}
          closing={index === record.items.length - 1 ? signature : undefined}
        >
          <AskedAndAnswered record={record} item={item} strong />
        </Use>
      ))}
      {record.items.length === 0 && signature.node}
    </>
  );
}

function SignatureBlock({ record, mark }: { record: SignedRecord; mark: Mark | null }) {
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

const markHeight = 70;

/** The most it takes, before it is laid out: its words, the mark or the name as one, and what is around them. */
function signatureHeight(record: SignedRecord) {
  const width = lineWidth - 2 * style.signature.padding;
  const typed = { size: style.typedMark.fontSize, width, voice: "serif" } as const;
  const nameHeight = linesAtMost(record.signer.printedName ?? "", typed) * typed.size * 1.3;
  const said = [...signerFact(record).lines, meaningWords(record), intentFact(record).text, "", "", ""];
  const lines = said.map((text) => linesAtMost(text ?? "", { size: 10, width: width - style.label.width }));
  const words = linesAtMost(markWords(record), { size: 10, width });
  const around = style.signature.marginTop + 2 * style.signature.padding + 4 * 7 + 20;
  return Math.max(markHeight, nameHeight) + [...lines, words].reduce((sum, one) => sum + one * 14, around);
}

function DrawnMark({ mark }: { mark: Mark }) {
  return (
    <Svg viewBox={`0 0 ${markBox.width} ${markBox.height}`} style={{ width: 210, height: markHeight }}>
      {mark.map(strokePath).map((d) => (
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
