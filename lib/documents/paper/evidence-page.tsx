import { sentences } from "@/lib/documents/paper/sentences";
import { style } from "@/lib/documents/paper/style";
import { arrivalFacts, isMarked } from "@/lib/documents/paper/wording";
import { Fact, Section, Words } from "@/lib/documents/paper/words";
import type { SignedRecord } from "@/lib/documents/signed-record";

/** How it was signed, how to check it, how to take it back. */
export function EvidencePage({ record }: { record: SignedRecord }) {
  const { evidence, trail, disclosure, answer, withdrawal, practice, meaning } = record;
  const say = sentences[record.language];
  const arrival = arrivalFacts(record);
  const consentsUrl = `${record.appUrl}/my/${practice.slug}/consents`;

  return (
    <>
      <Words style={[style.section, { marginTop: 0 }]}>
        {isMarked(record) ? say.evidence : say.evidenceOfPress}
      </Words>
      <Fact label={say.way}>{arrival.way}</Fact>
      <Fact label={say.identity}>{arrival.identity}</Fact>
      <Fact label={say.textFingerprint} fingerprint>
        {disclosure.textSha256}
      </Fact>
      {evidence.markSha256 ? (
        <Fact label={say.markFingerprint} fingerprint>
          {evidence.markSha256}
        </Fact>
      ) : null}
      <Fact label={say.documentId} fingerprint>
        {record.documentId}
      </Fact>
      <Fact label={say.disclosureId} fingerprint>
        {[disclosure.id, disclosure.versionId]}
      </Fact>
      <Fact label={say.requestId} fingerprint>
        {answer.requestId}
      </Fact>
      <Fact label={say.answerId} fingerprint>
        {answer.id}
      </Fact>
      {withdrawal ? (
        <Fact label={say.withdrawalId} fingerprint>
          {withdrawal.id}
        </Fact>
      ) : null}
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
      <Words>{say.change.body[meaning](consentsUrl)}</Words>
      {practice.phone ? <Words style={{ marginTop: 4 }}>{say.change.call(practice.phone)}</Words> : null}
    </>
  );
}
