import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { WeTalked } from "@/app/desk/[practice]/_today/we-talked";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import classes from "./patient.module.css";

export async function Conversations({ practice, page }: { practice: string; page: PatientPageData }) {
  const t = await getTranslations("patients.one");
  const time = await timesIn(page.timeZone);
  const aboutPlatform = (await getTranslations("wishes"))("conversation");
  const conversations = page.conversations.map((one) => ({ ...one, title: one.title ?? aboutPlatform }));
  return (
    <section id="conversations" className={classes.section}>
      <h2>{t("part.conversations")}</h2>
      {page.conversations.length === 0 && <p className={tones.quiet}>{t("noConversations")}</p>}
      <ul className={classes.story}>
        {conversations.map((one) => (
          <li key={one.id}>
            <time dateTime={one.wantedAt.toISOString()}>{time(one.wantedAt).both}</time>
            <div>
              <p>
                {one.wishId ? (
                  <a href={routes.platformRequest(practice, one.wishId)}>
                    {t("wanted", { title: one.title })}
                  </a>
                ) : (
                  t("wanted", { title: one.title })
                )}
              </p>
              {one.concludedAt && one.outcome ? (
                <p>
                  {t(`outcome.${one.outcome}`, {
                    name: one.concludedByName ?? "",
                    date: time(one.concludedAt).date,
                  })}{" "}
                  {one.note ??
                    (one.hasNote && (
                      <span className={tones.quiet}>{t(one.mayRead ? "noteAltered" : "noteHidden")}</span>
                    ))}
                </p>
              ) : (
                page.may.conclude && (
                  <WeTalked
                    practice={practice}
                    conversationIds={[one.id]}
                    about={one.wishId ? "wish" : "question"}
                    done={{ words: t("talked", { name: marked(page.patient.legalName), title: one.title }) }}
                  />
                )
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
