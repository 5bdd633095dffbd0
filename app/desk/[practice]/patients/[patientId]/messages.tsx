import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import classes from "./patient.module.css";

export async function Messages({ page }: { page: PatientPageData }) {
  const t = await getTranslations("patients.one");
  const time = await timesIn(page.timeZone);
  return (
    <section id="messages" className={classes.section}>
      <h2>{t("part.messages")}</h2>
      {page.messages.length === 0 && <p className={tones.quiet}>{t("noMessages")}</p>}
      <ul className={classes.story}>
        {page.messages.map((one) => (
          <li key={one.id}>
            <time dateTime={one.owedAt.toISOString()}>{time(one.owedAt).both}</time>
            <span>
              {t(`message.${one.kind}`)} (<Name>{one.toAddress}</Name>):{" "}
              <span className={one.failure && !one.deliveredAt && !one.settledAt ? tones.alarm : tones.quiet}>
                {delivery(one)}
              </span>
              {one.doubt && (
                <>
                  . <span className={tones.soon}>{t(`delivery.${one.doubt}`)}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  function delivery(one: PatientPageData["messages"][number]): string {
    if (one.deliveredAt) return t("delivery.delivered", { at: time(one.deliveredAt).both });
    if (one.settledAt) return t("delivery.settled");
    if (one.failure === "refused")
      return t("delivery.refused", { at: time(one.failedAt ?? one.owedAt).both });
    if (one.failure && one.nextTryAt) return t("delivery.unreachable", { next: time(one.nextTryAt).both });
    return t("delivery.waiting");
  }
}
