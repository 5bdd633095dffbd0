import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { Act } from "@/app/desk/_kit/act";
import { PageHead } from "@/app/desk/_kit/list";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { safeguardPage } from "@/lib/screens/desk/safeguards";
import { dropSafeguardAction, takeUpSafeguardAction } from "../actions";
import classes from "../safeguards.module.css";
import { CheckForm } from "./check-form";
import { ClaimFacts } from "./claim-facts";
import { History } from "./history";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("safeguards.desk"))("one") };
}

export default async function SafeguardPage({
  params,
}: PageProps<"/desk/[practice]/safeguards/[safeguardId]">) {
  const { practice, safeguardId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, safeguardPage(ctx, safeguardId, await requestLanguage()));
  const { claim, where } = page;
  const t = await getTranslations("safeguards.desk");
  const look = await getTranslations("safeguards.where");
  const isLive = claim.droppedAt === null;
  const deciding = { fields: { safeguardId: claim.id } };
  return (
    <Words of={["formRefusals", "safeguards.form.check"]}>
      <p>
        <a href={routes.safeguards(practice)}>{t("back")}</a>
      </p>
      <PageHead title={claim.words}>
        {page.mayManage && isLive && (
          <Act
            {...deciding}
            action={dropSafeguardAction.bind(null, practice)}
            label={t("drop")}
            done={{ words: t("droppedNow") }}
            consequence={{
              words: t("dropMeans", { count: claim.texts.length }),
              goOn: t("dropYes"),
              keep: t("dropNo"),
            }}
          />
        )}
        {page.mayManage && !isLive && (
          <Act
            {...deciding}
            action={takeUpSafeguardAction.bind(null, practice)}
            label={t("takeUp")}
            done={{ words: t("takenUp") }}
          />
        )}
      </PageHead>
      {!isLive && <p>{t("droppedLong")}</p>}
      <ClaimFacts practice={practice} page={page} />
      {isLive && page.mayAttest && (
        <section aria-labelledby="check">
          <h2 id="check">{t("check")}</h2>
          {!claim.accounts.some(({ staffId }) => staffId === page.oneselfId) && (
            <p className={tones.quiet}>
              {t("notCounted", { names: claim.accounts.map(({ name }) => name).join(", ") })}
            </p>
          )}
          {where && (
            <p className={classes.where}>
              <strong>{t("where")}</strong> {look(where)}
            </p>
          )}
          <CheckForm to={routes.attestations(practice, claim.id)} staffId={page.oneselfId} day={page.day} />
        </section>
      )}
      <section aria-labelledby="history">
        <h2 id="history">{t("history", { count: page.history.length })}</h2>
        {page.history.length === 0 && <p className={tones.quiet}>{t("noHistory")}</p>}
        <History page={page} />
      </section>
    </Words>
  );
}
