"use client";

import type { CheckedFile } from "./check-file";
import { Standing } from "./standing";
import classes from "./verify.module.css";
import type { VerifyTexts } from "./verify-texts";

/** The answers, each with what it does not prove; then what the document says, if it is unchanged. */
export function Verdict({
  name,
  checked,
  texts,
}: {
  name: string;
  checked: CheckedFile;
  texts: VerifyTexts;
}) {
  const { verdict, questions, said, isUnreachable, practice, named } = checked;
  return (
    <>
      {verdict.integrity.state === "altered" && <Altered texts={texts} />}
      <h2 className={classes.name}>{name}</h2>
      {questions.map((question) => (
        <section key={question} className={classes.answer} data-state={verdict[question].state}>
          <h3>{texts.questions[question]}</h3>
          <p className={classes.says}>{said[question].says}</p>
          {question === "identity" && isUnreachable && <p>{texts.unreachable}</p>}
          <p className={classes.limits}>{said[question].doesNotProve}</p>
        </section>
      ))}
      {practice && (
        <Standing
          key={verdict.sha256}
          sha256={verdict.sha256}
          practice={practice}
          named={named}
          texts={texts}
        />
      )}
      {verdict.integrity.state !== "not-checkable" && <Facts checked={checked} texts={texts} />}
    </>
  );
}

/** Before everything else: whoever looks for a moment only must not take it for a good copy. */
function Altered({ texts }: { texts: VerifyTexts }) {
  return (
    <section role="alert" className={classes.altered}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 2 23 21H1Z" />
        <path d="M12 9v6m0 2.5v.5" />
      </svg>
      <div>
        <h2>{texts.alteredHead}</h2>
        <p>{texts.alteredWhat}</p>
      </div>
    </section>
  );
}

function Facts({ checked: { verdict, facts }, texts }: { checked: CheckedFile; texts: VerifyTexts }) {
  const { fingerprint } = verdict.identity;
  return (
    <>
      {facts.length > 0 && (
        <>
          <h3>{texts.about}</h3>
          <p className={classes.limits}>{texts.notCompared}</p>
        </>
      )}
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{texts.fileFingerprint}</dt>
          <dd className={classes.print}>{verdict.sha256}</dd>
        </div>
        {fingerprint && (
          <div>
            <dt>{texts.certificateFingerprint}</dt>
            <dd className={classes.print}>{fingerprint}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
