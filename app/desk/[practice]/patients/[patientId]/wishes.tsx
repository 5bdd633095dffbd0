import { Group } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { endNextAction, noteNextAction } from "@/app/desk/[practice]/platforms/requests/actions";
import { WishState } from "@/app/desk/[practice]/platforms/requests/wish-state";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import classes from "./patient.module.css";
import { ProposeForm } from "./propose-form";

/** What was wished or proposed about how they meet, and how the next session is held. */
export async function Wishes({ practice, page }: { practice: string; page: PatientPageData }) {
  const t = await getTranslations("wishes");
  const time = await timesIn(page.timeZone);
  const { wishes, next, nextWays, proposable, mayNoteNext } = page.wishes;
  const { id: patientId, legalName } = page.patient;
  const name = marked(legalName);
  return (
    <section id="wishes" className={classes.section}>
      <h2>{t("ofPatient")}</h2>
      {wishes.length === 0 && <p className={tones.quiet}>{t("none")}</p>}
      <ul className={classes.story}>
        {wishes.map((wish) => (
          <li key={wish.id}>
            <time dateTime={wish.wantedAt.toISOString()}>{time(wish.wantedAt).both}</time>
            <p>
              <a href={routes.platformRequest(practice, wish.id)}>{wish.way ?? wish.other ?? t("notSure")}</a>
              , {t(`side.${wish.side}`)}. <WishState wish={wish} timeZone={page.timeZone} />
            </p>
          </li>
        ))}
      </ul>
      {next && <p>{t(`next.${next.side}`, { way: next.way })}</p>}
      <Group gap="xs">
        {next && mayNoteNext && (
          <Act
            action={endNextAction.bind(null, practice)}
            fields={{ choiceId: next.id }}
            label={t("today.tookPlace")}
            done={{ words: t("today.ended", { name }) }}
          />
        )}
        {nextWays.map(({ id, label }) => (
          <Act
            key={id}
            action={noteNextAction.bind(null, practice)}
            fields={{ patientId, platformId: id }}
            label={t("noteNext", { way: label })}
            done={{ words: t("notedNext", { name, way: label }) }}
          />
        ))}
      </Group>
      {proposable.length > 0 && (
        <ProposeForm
          practice={practice}
          patientId={patientId}
          today={page.day}
          ways={proposable}
          name={name}
        />
      )}
    </section>
  );
}
