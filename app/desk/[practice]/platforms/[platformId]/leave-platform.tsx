import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import { leavePlatformAction, returnToPlatformAction } from "@/app/desk/[practice]/platforms/actions";
import classes from "@/app/desk/[practice]/platforms/platforms.module.css";
import type { PlatformPageData } from "@/lib/screens/desk/platform";

/** When and why the practice left it, and the step to leave it or come back. */
export async function LeavePlatform({ practice, page }: { practice: string; page: PlatformPageData }) {
  const t = await getTranslations("platforms.leaving");
  const time = await timesIn(page.timeZone);
  const { id: platformId, name, leavings, leftAt, whyNotLeave, owners, mayManage } = page;
  if (leavings.length === 0 && !mayManage) return null;
  return (
    <section aria-labelledby="leaving" className={classes.section}>
      <h2 id="leaving">{t("title")}</h2>
      <ul className={classes.plain}>
        {leavings.map((leaving) => (
          <li key={leaving.id}>
            <p>{t("left", { date: time(leaving.leftAt).date, name: leaving.leftByName })}</p>
            <p>
              <q>{leaving.why}</q>
            </p>
            {leaving.returnedAt && (
              <p>
                {t("returned", { date: time(leaving.returnedAt).date, name: leaving.returnedByName ?? "" })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayManage && leftAt && (
        <Act
          action={returnToPlatformAction.bind(null, practice)}
          fields={{ platformId }}
          label={t("return")}
          done={{ words: t("returnedNow", { name }) }}
        />
      )}
      {mayManage && !leftAt && whyNotLeave && (
        <p className={tones.quiet}>
          {t(whyNotLeave === "platform-is-default" ? "isDefault" : "isSomebodys", { count: owners })}
        </p>
      )}
      {mayManage && !leftAt && !whyNotLeave && (
        <DeskForm
          action={leavePlatformAction.bind(null, practice)}
          fields={{ platformId }}
          open={t("step")}
          save={t("leave")}
          cancel={t("keep")}
          done={{ words: t("leftNow", { name }) }}
        >
          <Field
            name="why"
            label={t("why")}
            hint={t("whyHint")}
            multiline
            maxLength={500}
            missing={t("whyMissing")}
          />
        </DeskForm>
      )}
    </section>
  );
}
