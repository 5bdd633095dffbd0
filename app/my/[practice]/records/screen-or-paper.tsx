import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ActionButton, ActionForm } from "@/app/my/_kit/action-form";
import pages from "@/app/my/[practice]/pages.module.css";
import type { RecordsStanding } from "@/lib/electronic-records/records-standing";
import { routes } from "@/lib/routes";
import { agreeAction } from "./actions";
import { type Place, PlaceFields } from "./place";

/** To the text in which they decide between screen and paper; nobody has to wait to be asked for it. */
export async function ScreenOrPaper({ place, standing }: { place: Place; standing: RecordsStanding }) {
  const t = await getTranslations("records");
  return (
    <section className={pages.section} aria-labelledby="first">
      <h2 id="first">{t("consentFirst")}</h2>
      <p>{t("consentFirstWhat")}</p>
      <ToDecide place={place} standing={standing} label={t("decide")} />
    </section>
  );
}

export function ToDecide(props: { place: Place; standing: RecordsStanding; label: string; quiet?: boolean }) {
  const { place, standing, label, quiet = false } = props;
  const variant = quiet ? "default" : "filled";
  if (standing.questionId) {
    return (
      <Button
        component="a"
        href={routes.request(place.practice, standing.questionId)}
        size="lg"
        fullWidth
        variant={variant}
      >
        {label}
      </Button>
    );
  }
  return (
    <ActionForm action={agreeAction.bind(null, place.practice)}>
      <PlaceFields place={place} />
      <input type="hidden" name="disclosureId" value={standing.disclosureId ?? ""} />
      <ActionButton variant={variant}>{label}</ActionButton>
    </ActionForm>
  );
}
