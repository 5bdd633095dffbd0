import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { asLanguage, type Language } from "@/lib/languages";
import type { PersonsPlatform } from "@/lib/screens/my/platform";
import { WayToAgree } from "../to-agree";
import { chooseNextAction, letNextBeAction, wishAction } from "./actions";
import classes from "./platform.module.css";
import { WishFields } from "./wish-fields";
import { WishState } from "./wish-state";

type Theirs = { phone: string; timeZone: string; crisisLine: Record<Language, string> };
type Props = { slug: string; practice: Theirs; person: PersonsPlatform; calledName: string | null };

/** Where one person meets, what they wished, and the forms for the next session and for another way. */
export async function Person({ slug, practice, person, calledName }: Props) {
  const t = await getTranslations("wishes.mine");
  const time = await timesIn(practice.timeZone);
  const language = asLanguage(await getLocale());
  const { next, nextWays, meets } = person;
  const usual = meets?.toAgree ? null : person.now;
  const lastMoment = person.trialUntil && new Date(person.trialUntil.getTime() - 1);
  return (
    <>
      <p className={classes.now}>
        {meets?.toAgree ? (
          <WayToAgree platform={meets.platform} toAgree={meets.toAgree} />
        ) : (
          (usual && t("meet", { way: usual })) || t("meetUnknown", { phone: practice.phone })
        )}
        {lastMoment && ` ${t("meetUntil", { until: time(lastMoment).date })}`}
      </p>
      {person.wishes.map((wish) => (
        <WishState key={wish.id} slug={slug} practice={practice} person={person} wish={wish} />
      ))}
      {!person.isArchived && (
        <section className={classes.card} aria-label={t("nextTitle")}>
          <h3 className={classes.heading}>{t("nextTitle")}</h3>
          <p>{next?.way ? t(`next.${next.side}`, { way: next.way }) : t("nextMeans")}</p>
          <div className={classes.buttons}>
            {nextWays.map(({ id, label }) => (
              <PlainForm
                key={id}
                action={chooseNextAction.bind(null, slug)}
                values={{ patientId: person.id, platformId: id }}
              >
                <SendButton variant="default" size="md">
                  {t("nextChoose", { way: label })}
                </SendButton>
              </PlainForm>
            ))}
            {next && (
              <PlainForm action={letNextBeAction.bind(null, slug)} values={{ choiceId: next.id }}>
                <SendButton variant="default" size="md">
                  {usual ? t("nextLetBe", { way: usual }) : t("nextUsual")}
                </SendButton>
              </PlainForm>
            )}
          </div>
        </section>
      )}
      {person.mayWish && (
        <PlainForm
          action={wishAction.bind(null, slug)}
          values={{ patientId: person.id }}
          className={classes.form}
          aria-labelledby={`wish-${person.id}`}
        >
          <h3 id={`wish-${person.id}`} className={classes.heading}>
            {calledName ? t("wishFor", { name: calledName }) : t("wishTitle")}
          </h3>
          <WishFields
            ways={person.ways.map(({ id, label, kind }) => ({
              value: id,
              label: kind === "video" ? label : capital(label),
            }))}
            nextWays={nextWays.map(({ id, label }) => ({ value: id, label: capital(label) }))}
            texts={{
              rather: t("rather"),
              somethingElse: t("somethingElse"),
              notSure: t("notSure"),
              other: t("other"),
              reason: t("reason"),
              reasonHint: t("reasonHint"),
              night: t("night", { line: practice.crisisLine[language] }),
              next: t("nextSession"),
              nextAsNow: usual ? t("nextAsNow", { way: usual }) : capital(t("asUsual")),
              send: calledName ? t("sendFor", { name: calledName }) : t("send"),
            }}
          />
        </PlainForm>
      )}
    </>
  );
}

/** As it stands at the beginning of a line. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
