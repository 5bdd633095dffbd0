import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { PlainField, PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import pages from "@/app/my/[practice]/pages.module.css";
import { CopyProgress } from "@/app/my/[practice]/requests/[requestId]/done/copy-progress";
import { routes } from "@/lib/routes";
import { beginAction, giveUpAction, tryAction } from "./actions";
import { type Place, recordsAt } from "./onward";
import classes from "./records.module.css";

type Test = { id: string; isDrawn: boolean; missed: number };
type Props = { practice: string; place: Place; test: Test | null };

/** The sample: made, opened, and its digits typed back. */
export async function TryOut({ practice, place, test }: Props) {
  const t = await getTranslations("records");
  return (
    <section className={pages.section} aria-labelledby="try">
      <h2 id="try">{t("testFirst")}</h2>
      <p>{t("testFirstWhat")}</p>
      {!test && (
        <PlainForm action={beginAction.bind(null, practice)} values={place}>
          <SendButton>{t("begin")}</SendButton>
        </PlainForm>
      )}
      {test && !test.isDrawn && (
        <CopyProgress
          waiting={t("drawing")}
          late={t("drawingLate")}
          reload={t("lookAgain")}
          here={recordsAt(practice, place)}
        />
      )}
      {test?.isDrawn && <OpenAndType practice={practice} place={place} test={test} />}
    </section>
  );
}

async function OpenAndType({ practice, place, test }: Props & { test: Test }) {
  const t = await getTranslations("records");
  return (
    <div className={classes.steps}>
      <Button component="a" href={routes.accessTest(test.id)} variant="default" size="lg" fullWidth>
        {t("open")}
      </Button>
      <PlainForm action={tryAction.bind(null, practice)} values={{ ...place, testId: test.id }}>
        <PlainField
          name="digits"
          label={t("digits")}
          description={t(test.missed > 0 ? "digitsOnce" : "digitsHelp")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          size="lg"
        />
        <SendButton>{t("check")}</SendButton>
      </PlainForm>
      <PlainForm action={giveUpAction.bind(null, practice)} values={{ ...place, testId: test.id }}>
        <SendButton variant="subtle">{t("seeNothing")}</SendButton>
      </PlainForm>
    </div>
  );
}
