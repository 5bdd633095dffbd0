import { getTranslations } from "next-intl/server";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";
import type { platformsPage } from "@/lib/screens/desk/platforms";
import { AgreementWords } from "./agreement-words";

type Platform = Awaited<ReturnType<typeof platformsPage>>["platforms"][number];

/** One platform: who meets there, what is known, what did not work, and why it was left. */
export async function PlatformRow(props: {
  practice: string;
  platform: Platform;
  dateOf: (at: Date) => string;
}) {
  const { practice, platform, dateOf } = props;
  const t = await getTranslations("platforms");
  const { kind, old, unknown, conflicts, people, troubles } = platform;
  const lines = [
    ...(old > 0 ? [t("old", { count: old })] : []),
    ...(unknown > 0 ? [t("unknown", { count: unknown })] : []),
    ...conflicts.map((one) => t(`conflict.${one.kind}`, { fact: t(`inside.${one.with}`) })),
  ];
  return (
    <tr data-row>
      <th scope="row">
        <a href={routes.platform(practice, platform.id)}>
          {kind === "video" ? platform.name : t(`kind.${kind}`)}
        </a>
        {kind === "video" && <span className={`${tones.small} ${tones.quiet}`}>{t("kind.video")}</span>}
        {platform.isDefault && <span className={tones.small}>{t("isDefault")}</span>}
        {platform.leavings.map((leaving) => (
          <span key={leaving.id} className={`${tones.small} ${tones.quiet}`}>
            {t(leaving.returnedAt ? "leftUntil" : "leftOn", {
              date: dateOf(leaving.leftAt),
              until: leaving.returnedAt ? dateOf(leaving.returnedAt) : "",
              name: leaving.leftByName,
              why: leaving.why,
            })}
          </span>
        ))}
      </th>
      <td data-label={t("meetThere")}>{t("people", people)}</td>
      <td data-label={t("agreement")}>
        <AgreementWords kind={kind} agreement={platform.agreement} />
      </td>
      <td data-label={t("facts")}>
        <span>
          {lines.length === 0 && "–"}
          {lines.map((line, index) => (
            <span key={line} className={`${tones.small} ${index === 0 && old > 0 ? tones.soon : ""}`}>
              {line}
            </span>
          ))}
        </span>
      </td>
      <td data-label={t("troubles")}>{troubles === 0 ? "–" : t("times", { count: troubles })}</td>
    </tr>
  );
}
