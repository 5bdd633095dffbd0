import { getTranslations } from "next-intl/server";
import type { timesIn } from "@/app/_ui/time";
import { routes } from "@/lib/routes";
import type { settingsPage } from "@/lib/screens/desk/settings";
import classes from "./settings.module.css";
import { WitnessForm } from "./witness-form";

type Witnessing = Awaited<ReturnType<typeof settingsPage>>["witnessing"];
type Props = {
  practice: string;
  witnessing: Witnessing;
  mayChange: boolean;
  time: Awaited<ReturnType<typeof timesIn>>;
};

/** Who confirms the history from outside, how each of them stands, and the owner's form for it. */
export async function WitnessSetting({ practice, witnessing, mayChange, time }: Props) {
  const t = await getTranslations("settings.witnessing");
  const { quorum, witnesses } = witnessing;
  if (witnesses.length === 0)
    return (
      <>
        <h2>{t("title")}</h2>
        <p>{t("none")}</p>
      </>
    );
  const chosen = witnesses.filter(({ isChosen }) => isChosen);
  return (
    <>
      <h2>{t("title")}</h2>
      <p>{t("what")}</p>
      <ul className={classes.seals}>
        {chosen.map((one) => (
          <li key={one.witness}>
            <p>{standing(one)}</p>
            <p className={classes.fingerprint}>
              {t("key")} <code>{one.witness}</code>
            </p>
          </li>
        ))}
      </ul>
      {mayChange ? (
        <WitnessForm
          practice={practice}
          offered={witnesses.map(({ witness, name }) => ({ value: witness, label: name }))}
          chosen={chosen.map(({ witness }) => witness)}
          quorum={quorum}
        />
      ) : (
        <p>{t("quorumIs", { quorum })}</p>
      )}
      <a href={routes.checkpoint(practice)}>{t("ownKey")}</a>
    </>
  );

  function standing({ name, confirmed, failure }: Witnessing["witnesses"][number]): string {
    const has = confirmed
      ? t("confirmed", { name, size: confirmed.size, when: time(confirmed.at).both })
      : t("notYet", { name });
    if (!failure) return has;
    const { fault, known, since } = failure;
    return `${has} ${t(`fault.${fault}`, { known: known ?? 0, since: time(since).both })}`;
  }
}
