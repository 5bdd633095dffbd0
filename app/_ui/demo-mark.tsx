import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import classes from "./demo-mark.module.css";

/** The demo says so on every page, and where its mail is. */
export async function DemoMark() {
  if (!env().demo) return null;
  const t = await getTranslations("demo");
  return (
    <aside className={classes.mark} aria-label={t("label")}>
      <span>{t("mark")}</span>
      <a href={routes.devMail}>{t("mail")}</a>
      <a href={routes.setUp}>{t("setUp")}</a>
    </aside>
  );
}
