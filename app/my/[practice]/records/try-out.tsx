import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ActionButton, ActionField, ActionForm } from "@/app/my/_kit/action-form";
import pages from "@/app/my/[practice]/pages.module.css";
import { CopyProgress } from "@/app/my/[practice]/requests/[requestId]/done/copy-progress";
import { routes } from "@/lib/routes";
import { beginAction, giveUpAction, tryAction } from "./actions";
import { recordsAt } from "./onward";
import { type Place, PlaceFields } from "./place";
import classes from "./records.module.css";

type Props = { place: Place; test: { id: string; isDrawn: boolean; missed: number } | null };

/** The sample: made, opened, and its digits typed back. */
export async function TryOut({ place, test }: Props) {
  const t = await getTranslations("records");
  return (
    <section className={pages.section} aria-labelledby="try">
      <h2 id="try">{t("testFirst")}</h2>
      <p>{t("testFirstWhat")}</p>
      {!test && (
        <ActionForm action={beginAction.bind(null, place.practice)}>
          <PlaceFields place={place} />
          <ActionButton>{t("begin")}</ActionButton>
        </ActionForm>
      )}
      {test && !test.isDrawn && (
        <CopyProgress
          waiting={t("drawing")}
          late={t("drawingLate")}
          reload={t("lookAgain")}
          here={recordsAt(place)}
        />
      )}
      {test?.isDrawn && <OpenAndType place={place} test={test} />}
    </section>
  );
}

async function OpenAndType({ place, test }: { place: Place; test: { id: string; missed: number } }) {
  const t = await getTranslations("records");
  return (
    <div className={classes.steps}>
      <Button component="a" href={routes.accessTest(test.id)} variant="default" size="lg" fullWidth>
        {t("open")}
      </Button>
      <ActionForm action={tryAction.bind(null, place.practice)}>
        <PlaceFields place={place} />
        <input type="hidden" name="testId" value={test.id} />
        <ActionField
          name="digits"
          label={t("digits")}
          description={t(test.missed > 0 ? "digitsOnce" : "digitsHelp")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          size="lg"
        />
        <ActionButton>{t("check")}</ActionButton>
      </ActionForm>
      <ActionForm action={giveUpAction.bind(null, place.practice)}>
        <PlaceFields place={place} />
        <input type="hidden" name="testId" value={test.id} />
        <ActionButton variant="subtle">{t("seeNothing")}</ActionButton>
      </ActionForm>
    </div>
  );
}
