import { getTranslations } from "next-intl/server";
import { routes } from "@/lib/routes";
import classes from "./_ui/plain-page.module.css";

export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  return (
    <main id="main" className={classes.page}>
      <h1>{t("title")}</h1>
      <p>{t("body")}</p>
      <a href={routes.home}>{t("home")}</a>
    </main>
  );
}
