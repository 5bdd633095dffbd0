"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { marked, Name, Sentence } from "@/app/desk/_kit/name";
import type { AskPlan } from "@/lib/requests/ask-patients";
import { routes } from "@/lib/routes";
import classes from "./plan.module.css";
import { SayAloud } from "./say-aloud";
import type { Person, Text } from "./to-ask";
import { WeHaveMet } from "./we-have-met";

/** Who is asked what and by which mail, whom no message can reach, and who is skipped and why. */
export function Plan(props: {
  practice: string;
  plan: AskPlan;
  people: Person[];
  disclosures: Text[];
  isDone?: boolean;
  /** Looks again after a first meeting was noted. */
  met?: () => void;
  /** When the mail leaves. */
  children: ReactNode;
}) {
  const { practice, plan, people, disclosures, isDone = false, met, children } = props;
  const t = useTranslations("requests.askForm");
  const titleOf = (id: string) => disclosures.find((one) => one.id === id)?.title ?? "";
  const titlesFor = (patientId: string) =>
    plan.asked
      .filter((one) => one.patientId === patientId)
      .map(({ disclosureId }) => titleOf(disclosureId))
      .join(" · ");
  const asked = people.filter(({ id }) => plan.asked.some(({ patientId }) => patientId === id));
  const skipped = people.filter(({ id }) => plan.skipped.some(({ patientId }) => patientId === id));
  const isAskedAlready = (id: string) =>
    plan.skipped.some(({ patientId, reason }) => patientId === id && reason === "already-asked");
  const isUnmet = (id: string) =>
    plan.skipped.some(({ patientId, reason }) => patientId === id && reason === "not-met");
  const mailed = asked.filter(({ mailLanguage }) => mailLanguage !== null);
  const unreached = asked.filter(({ mailLanguage }) => mailLanguage === null);
  return (
    <section aria-label={t("plan")} className={classes.plan}>
      <h2>
        {t(isDone ? "wereAsked" : "willBeAsked", { people: asked.length, questions: plan.asked.length })}
      </h2>
      {mailed.length > 0 && (
        <>
          {children}
          <ul>
            {mailed.map(({ id, name, mailLanguage }) => (
              <li key={id}>
                <Name>{name}</Name>: {titlesFor(id)} ({t(`mailIn.${mailLanguage ?? "en"}`)})
              </li>
            ))}
          </ul>
        </>
      )}
      {unreached.length > 0 && (
        <>
          <h3>{t("notSent", { people: unreached.length })}</h3>
          <ul>
            {unreached.map(({ id, name, phone }) => (
              <li key={id}>
                <Name>{name}</Name>: {titlesFor(id)}.{" "}
                <Sentence>
                  {t("notSentWhat", { hasPhone: String(phone !== null), phone: marked(phone ?? "") })}
                </Sentence>{" "}
                <a href={routes.editPatient(practice, id)}>{t("addAddress")}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isDone && <SayAloud plan={plan} asked={asked} disclosures={disclosures} />}
      {skipped.length > 0 && (
        <>
          <h3>{t("skipped", { people: skipped.length })}</h3>
          <ul>
            {skipped.map(({ id, name }) => (
              <li key={id}>
                <Name>{name}</Name>:{" "}
                {plan.skipped
                  .filter(({ patientId }) => patientId === id)
                  .map(({ disclosureId, reason }) => `${titleOf(disclosureId)} (${t(`reason.${reason}`)})`)
                  .join(" · ")}{" "}
                {isAskedAlready(id) && (
                  <a href={`${routes.patient(practice, id)}#consents`}>{t("sendAgain")}</a>
                )}
                {met && isUnmet(id) && <WeHaveMet practice={practice} patientId={id} name={name} met={met} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
