import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import classes from "@/app/my/_kit/signing.module.css";
import type { PaperReason, RecordsRoute } from "@/lib/electronic-records/records-route";
import { routes } from "@/lib/routes";

type Props = {
  place: { practice: string; requestId: string; patientId: string };
  route: RecordsRoute;
  whyPaper: PaperReason | null;
  phone: string;
};

/** Where the law wants writing: what is needed before this can be answered on a screen, or that it comes on paper. */
export async function BeforeAnswering({ place, route, whyPaper, phone }: Props) {
  if (route === "electronic") return null;
  const t = await getTranslations("records");
  const { practice, requestId, patientId } = place;
  const query = new URLSearchParams({ patient: patientId, next: routes.request(practice, requestId) });
  const href = `${routes.records(practice)}?${query}`;
  const isOnPaper = route === "paper";
  return (
    <section className={classes.changes} aria-labelledby="before">
      <h2 id="before">{t(isOnPaper ? "paper" : "before")}</h2>
      {isOnPaper ? (
        <>
          {whyPaper && <p>{t(`whyPaper.${whyPaper}`)}</p>}
          <p>{t("paperNow")}</p>
          <p>{t(whyPaper === "could-not-open" ? "inTheRoom" : "byMail", { phone })}</p>
        </>
      ) : (
        <p>{t(route === "consent-first" ? "beforeConsent" : "beforeTest")}</p>
      )}
      {whyPaper !== "could-not-open" && (
        <Button component="a" href={href} size="lg" fullWidth variant={isOnPaper ? "default" : "filled"}>
          {t(isOnPaper ? "afterAll" : "doThisFirst")}
        </Button>
      )}
    </section>
  );
}
