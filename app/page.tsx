import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { DemoPeople } from "@/app/_start/demo-people";
import { PublicPage } from "@/app/_start/public-page";
import classes from "@/app/_start/start.module.css";
import { signedInUser } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

export default async function StartPage() {
  const t = await getTranslations("start");
  const isSignedIn = (await signedInUser()) !== null;
  return (
    <PublicPage title={t("title")}>
      {[t("first"), t("second"), t("third")].map((sentence) => (
        <p key={sentence} className={classes.lead}>
          {sentence}
        </p>
      ))}
      <div className={classes.ways}>
        <Button component="a" href={isSignedIn ? routes.ownPractices : routes.signIn} size="lg">
          {t(isSignedIn ? "goOn" : "signIn")}
        </Button>
        <Button component="a" href={routes.verify} variant="default" size="lg">
          {t("check")}
        </Button>
      </div>
      <p>{t("patients")}</p>
      {env().demo && <DemoPeople />}
      <h2>{t("own")}</h2>
      <p>{t.rich("ownHow", { link: (words) => <a href={routes.setUp}>{words}</a> })}</p>
    </PublicPage>
  );
}
