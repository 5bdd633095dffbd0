import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import tones from "@/app/desk/_kit/tones.module.css";
import type { DisclosurePage } from "@/lib/screens/desk/disclosures";
import { retireAction } from "./actions";
import { AudienceForm } from "./audience-form";
import classes from "./disclosure.module.css";

/** Who needs the text, and the way to stop giving it out. */
export async function GivingOut(props: { practice: string; disclosureId: string; page: DisclosurePage }) {
  const { practice, disclosureId, page } = props;
  const t = await getTranslations("disclosures.giving");
  if (page.retiredAt) return null;
  if (!page.mayPublish) {
    const words = await getTranslations("disclosures.givenOut");
    return <p className={tones.quiet}>{words("audience", { who: t(page.audience) })}</p>;
  }
  return (
    <section className={classes.version} aria-label={t("label")}>
      <AudienceForm practice={practice} disclosureId={disclosureId} audience={page.audience} />
      <div className={classes.retire}>
        <Act
          action={retireAction.bind(null, practice)}
          fields={{ disclosureId }}
          label={t("retire")}
          done={{ words: t("retired") }}
          consequence={{
            words: t("retireMeans", { open: page.open }),
            goOn: t("retireGo"),
            keep: t("retireKeep"),
          }}
        />
      </div>
    </section>
  );
}
