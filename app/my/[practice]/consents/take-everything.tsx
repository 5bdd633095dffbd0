import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { withdrawEverythingAction } from "./actions";
import classes from "./consents.module.css";

type Props = { practice: string; patientId: string; calledName: string | null };

/** Everything in one press: no name, no reason, no second question. */
export async function TakeEverything({ practice, patientId, calledName }: Props) {
  const t = await getTranslations("withdrawals.takenBack");
  const id = `everything-${patientId}`;
  return (
    <section className={classes.consent} aria-label={t("everything")}>
      <p id={id} className={classes.state}>
        {t("everythingMeans")}
      </p>
      <PlainForm action={withdrawEverythingAction.bind(null, practice)} values={{ patientId }}>
        <SendButton variant="default" aria-describedby={id}>
          {calledName ? t("everythingFor", { name: calledName }) : t("everything")}
        </SendButton>
      </PlainForm>
    </section>
  );
}
