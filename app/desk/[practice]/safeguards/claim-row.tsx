import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import { routes } from "@/lib/routes";
import type { safeguardsPage, ToldClaim } from "@/lib/screens/desk/safeguards";
import { takeUpSafeguardAction } from "./actions";
import { FreshnessWords } from "./freshness-words";
import classes from "./safeguards.module.css";

type Props = {
  practice: string;
  claim: ToldClaim;
  page: Awaited<ReturnType<typeof safeguardsPage>>;
};

/** One claim of the list: for whom it stands how, and which texts say it. */
export async function ClaimRow({ practice, claim, page }: Props) {
  const t = await getTranslations("safeguards.desk");
  return (
    <tr data-row>
      <th scope="row">
        <a href={routes.safeguard(practice, claim.id)}>{claim.words}</a>
      </th>
      <td data-label={t("service")}>{claim.platform ?? t("anyService")}</td>
      <td data-label={t("every")}>{t("days", { count: claim.intervalDays })}</td>
      <td data-label={t("checked")}>
        {claim.droppedAt ? (
          <>
            {t("dropped")}{" "}
            {page.mayManage && (
              <Act
                action={takeUpSafeguardAction.bind(null, practice)}
                fields={{ safeguardId: claim.id }}
                label={t("takeUp")}
                done={{ words: t("takenUp") }}
              />
            )}
          </>
        ) : (
          <ul className={classes.accounts}>
            {claim.accounts.map((account) => (
              <li key={account.staffId}>
                <FreshnessWords account={account} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={t("texts")}>
        {claim.texts.length === 0
          ? t("noText")
          : claim.texts.map(({ id, title }, index) => (
              <span key={id}>
                {index > 0 && ", "}
                <a href={routes.disclosure(practice, id)}>{title}</a>
              </span>
            ))}
      </td>
    </tr>
  );
}
