import { getTranslations } from "next-intl/server";
import { CopyProgress } from "@/app/my/_kit/copy-progress";
import { PlainField, PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import pages from "@/app/my/[practice]/pages.module.css";
import { routes } from "@/lib/routes";
import { beginAction, giveUpAction, tryAction } from "./actions";
import classes from "./records.module.css";
import { type Place, recordsAt } from "./where-next";

type Test = { id: string; isDrawn: boolean; missed: number };
type Props = { practice: string; place: Place; test: Test | null };

/** The sample: made, read, and its digits typed back. */
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
      {test?.isDrawn && <ReadAndType practice={practice} place={place} test={test} />}
    </section>
  );
}

/** The sample stands in the page, above the field for its digits; a device that shows no file there opens it by itself. */
async function ReadAndType({ practice, place, test }: Props & { test: Test }) {
  const t = await getTranslations("records");
  return (
    <div className={classes.steps}>
      <div>
        <iframe
          title={t("sample")}
          src={`${routes.accessTestInPage(test.id)}#toolbar=0&navpanes=0&view=FitH`}
          className={classes.sample}
        />
        <p className={classes.apart}>
          {t("notShown")} <a href={routes.accessTest(test.id)}>{t("open")}</a>
        </p>
      </div>
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
