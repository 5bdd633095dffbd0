import { isOfTradeOff, type SignedRecord } from "@/verifier/record";
import { sentences } from "./sentences";
import { style } from "./style";
import { arrivalFacts, evidenceHeading, idFacts } from "./wording";
import { Fact, Section, Words } from "./words";

/** How it was signed, how to check it, how to take it back. */
export function EvidencePage({ record }: { record: SignedRecord }) {
  const { evidence, trail, disclosure, practice, meaning } = record;
  const say = sentences[record.language];
  const arrival = arrivalFacts(record);
  const changedAt = `${record.appUrl}/my/${practice.slug}/${isOfTradeOff(record) ? "platform" : "consents"}`;

  return (
    <>
      <Words style={[style.section, { marginTop: 0 }]}>{evidenceHeading(record)}</Words>
      <Fact label={say.way}>{arrival.way}</Fact>
      <Fact label={say.identity}>{arrival.identity}</Fact>
      {evidence.rewritten ? <Fact label={say.screen}>{say.rewritten}</Fact> : null}
      <Fact label={say.textFingerprint} fingerprint>
        {disclosure.textSha256}
      </Fact>
      {evidence.markSha256 ? (
        <Fact label={say.markFingerprint} fingerprint>
          {evidence.markSha256}
        </Fact>
      ) : null}
      {idFacts(record).map(({ label, ids }) => (
        <Fact key={label} label={label} fingerprint>
          {ids}
        </Fact>
      ))}
      <Fact label={say.trail}>{say.entry(trail.sequence, trail.origin)}</Fact>
      <Fact label={say.leaf} fingerprint>
        {trail.leaf}
      </Fact>
      <Fact label={say.commitment} fingerprint>
        {evidence.commitment}
      </Fact>
      <Words style={style.small}>{say.commitmentWhat}</Words>

      <Section>{say.verify.heading}</Section>
      <Words style={style.paragraph}>{say.verify.online(`${record.appUrl}/verify`)}</Words>
      <Words style={style.paragraph}>{`${say.verify.offline} ${say.verify.command}`}</Words>
      <Words style={style.paragraph}>{say.verify.attachment}</Words>

      <Section>{say.change.heading[meaning]}</Section>
      <Words>{say.change.body[meaning](changedAt)}</Words>
      {practice.phone ? <Words style={{ marginTop: 4 }}>{say.change.call(practice.phone)}</Words> : null}
    </>
  );
}
