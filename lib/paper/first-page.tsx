import { View } from "@react-pdf/renderer";
import type { SignedRecord } from "@/verifier/record";
import { dayInZone, timeInUtc, timeInZone } from "@/verifier/times";
import { AskedAndAnswered } from "./asked-and-answered";
import { sentences } from "./sentences";
import { style } from "./style";
import { answersHeading, isMarked, signerFact, summaryOf, textWords, timeLabel } from "./wording";
import { Fact, isLong, Section, Words } from "./words";

/** Who, what, when, each answer, and what the reader's bar will say. */
export function FirstPage({ record }: { record: SignedRecord }) {
  const { practice, patient, disclosure, answer, withdrawal, language } = record;
  const say = sentences[language];
  const time = (at: string) => timeInZone(at, practice.timeZone, language);
  const day = (at: string) => dayInZone(at, practice.timeZone, language);
  const summary = summaryOf(record);
  const signer = signerFact(record);

  return (
    <>
      <Words style={style.eyebrow}>{say.eyebrow[record.meaning]}</Words>
      <Words style={style.title} voice="serif">
        {disclosure.title}
      </Words>

      <Fact label={say.practice}>{[practice.name, practice.phone ? say.phone(practice.phone) : null]}</Fact>
      <Fact label={say.patient} strong>
        {patient.legalName}
      </Fact>
      <Fact label={signer.label} strong>
        {signer.lines}
      </Fact>
      {withdrawal ? (
        <>
          <Fact label={say.takenBackOn}>
            {[time(withdrawal.withdrawnAt), timeInUtc(withdrawal.withdrawnAt)]}
          </Fact>
          <Fact label={say.firstAnswered}>{[time(answer.answeredAt), timeInUtc(answer.answeredAt)]}</Fact>
        </>
      ) : (
        <Fact label={timeLabel(record)}>{[time(answer.answeredAt), timeInUtc(answer.answeredAt)]}</Fact>
      )}
      {answer.expiresAt && !withdrawal ? (
        <Fact label={say.countsThrough}>{day(lastMoment(answer.expiresAt))}</Fact>
      ) : null}
      <Fact label={say.text}>{textWords(record)}</Fact>

      <Section>{answersHeading(record)}</Section>
      {record.items.map((item) => (
        <View key={item.id} style={style.answer} wrap={isLong(item.label)}>
          <AskedAndAnswered record={record} item={item} />
        </View>
      ))}
      {summary ? <Words style={style.note}>{summary}</Words> : null}

      {withdrawal ? (
        <>
          <Section>{say.stays.heading}</Section>
          <Words>{say.stays.body(day(answer.answeredAt))}</Words>
        </>
      ) : null}

      <View style={style.panel} wrap={false}>
        <Words style={style.panelHeading}>{say.reader.heading}</Words>
        <Words>{say.reader.body(isMarked(record) ? say.reader.signed : say.reader.pressed)}</Words>
        <Words style={{ marginTop: 4 }}>{say.reader.check(`${record.appUrl}/verify`)}</Words>
      </View>
    </>
  );
}

/** An end is the first moment that no longer counts; people read the last one that does. */
function lastMoment(expiresAt: string): string {
  return new Date(Date.parse(expiresAt) - 1).toISOString();
}
