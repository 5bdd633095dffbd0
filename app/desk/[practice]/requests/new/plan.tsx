"use client";

import { useTranslations } from "next-intl";
import { Name } from "@/app/desk/_ui/name";
import type { AskPlan } from "@/lib/consents/ask-patients";
import type { Person, Text } from "./ask-form";
import classes from "./plan.module.css";

/** Who is asked what, who is skipped and why, and whom no message can reach. */
export function Plan(props: { plan: AskPlan; people: Person[]; disclosures: Text[]; isDone?: boolean }) {
  const { plan, people, disclosures, isDone = false } = props;
  const t = useTranslations("deskForms.ask");
  const titleOf = (id: string) => disclosures.find((one) => one.id === id)?.title ?? "";
  const asked = people.filter(({ id }) => plan.asked.some(({ patientId }) => patientId === id));
  const skipped = people.filter(({ id }) => plan.skipped.some(({ patientId }) => patientId === id));
  const inRoom = asked.filter(({ hasEmail }) => !hasEmail);
  return (
    <section aria-label={t("plan")} className={classes.plan}>
      <h2>
        {t(isDone ? "wereAsked" : "willBeAsked", { people: asked.length, questions: plan.asked.length })}
      </h2>
      <ul>
        {asked.map(({ id, name }) => (
          <li key={id}>
            <Name>{name}</Name>:{" "}
            {plan.asked
              .filter(({ patientId }) => patientId === id)
              .map(({ disclosureId }) => titleOf(disclosureId))
              .join(" · ")}
          </li>
        ))}
      </ul>
      {inRoom.length > 0 && (
        <>
          <h3>{t("inRoom", { people: inRoom.length })}</h3>
          <ul>
            {inRoom.map(({ id, name }) => (
              <li key={id}>
                <Name>{name}</Name>
              </li>
            ))}
          </ul>
        </>
      )}
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
                  .join(" · ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
