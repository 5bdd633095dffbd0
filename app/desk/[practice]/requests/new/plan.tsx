"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { marked, Name, Sentence } from "@/app/desk/_kit/name";
import type { AskPlan } from "@/lib/requests/ask-patients";
import { routes } from "@/lib/routes";
import classes from "./plan.module.css";
import { SayAloud } from "./say-aloud";
import { skippedByReason } from "./skipped-by-reason";
import type { Person, Text } from "./to-ask";
import { WeHaveMet } from "./we-have-met";

/** More than so many are unfolded by whoever wants to see them. */
const mostOpen = 5;

/** Who is asked what and by which mail, whom no message can reach, and who is skipped and why. */
export function Plan(props: {
  practice: string;
  plan: AskPlan;
  people: Person[];
  disclosures: Text[];
  isDone?: boolean;
  /** Reads the plan again after a first meeting was noted. */
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
          {skippedByReason(plan.skipped, people).map((group) => (
            <details key={group.reason} open={group.people.length <= mostOpen}>
              <summary>
                {t("skippedFor", { reason: t(`reason.${group.reason}`), people: group.people.length })}
              </summary>
              <ul>
                {group.people.map(({ person: { id, name }, disclosureIds }) => (
                  <li key={id}>
                    <Name>{name}</Name>: {disclosureIds.map(titleOf).join(" · ")}{" "}
                    {group.reason === "already-asked" && (
                      <a href={`${routes.patient(practice, id)}#consents`}>{t("sendAgain")}</a>
                    )}
                    {met && group.reason === "not-met" && (
                      <WeHaveMet practice={practice} patientId={id} name={name} met={met} />
                    )}
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </>
      )}
    </section>
  );
}
