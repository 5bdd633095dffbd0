import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import pages from "@/app/my/[practice]/pages.module.css";
import type { RecordsState } from "@/lib/electronic-records/records-state";
import { routes } from "@/lib/routes";
import { agreeAction } from "./actions";
import type { Place } from "./where-next";

type Props = { practice: string; place: Place; state: RecordsState };

/** To the text in which they decide between screen and paper; nobody has to wait to be asked for it. */
export async function ScreenOrPaper({ practice, place, state }: Props) {
  const t = await getTranslations("records");
  return (
    <section className={pages.section} aria-labelledby="first">
      <h2 id="first">{t("consentFirst")}</h2>
      <p>{t("consentFirstWhat")}</p>
      <ToDecide practice={practice} place={place} state={state} label={t("decide")} />
    </section>
  );
}

export function ToDecide(props: Props & { label: string; quiet?: boolean }) {
  const { practice, place, state, label, quiet = false } = props;
  const variant = quiet ? "default" : "filled";
  if (state.questionId) {
    return (
      <Button
        component="a"
        href={routes.request(practice, state.questionId)}
        size="lg"
        fullWidth
        variant={variant}
      >
        {label}
      </Button>
    );
  }
  return (
    <PlainForm
      action={agreeAction.bind(null, practice)}
      values={{ ...place, disclosureId: state.disclosureId ?? "" }}
    >
      <SendButton variant={variant}>{label}</SendButton>
    </PlainForm>
  );
}
