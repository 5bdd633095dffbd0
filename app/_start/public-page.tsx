import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/app/_i18n/language-switch";
import { routes } from "@/lib/routes";
import classes from "./public-page.module.css";

/** The frame of the pages anybody may read. */
export async function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  const t = await getTranslations("start");
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <a href={routes.home} className={classes.brand}>
          Candor
        </a>
        <nav aria-label={t("nav")} className={classes.nav}>
          <a href={routes.verify}>{t("checkShort")}</a>
          <a href={routes.signIn}>{t("signIn")}</a>
          <LanguageSwitch />
        </nav>
      </header>
      <main id="main" className={classes.main}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
