import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/app/_i18n/language-switch";
import { Presence } from "@/app/_ui/presence/presence";
import { SignOutButton } from "@/app/sign-in/sign-out-button";
import { callTo, withNumbers } from "@/lib/dialling";
import { asLanguage, type Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import classes from "./patient-frame.module.css";

type Frame = {
  practice: { name: string; phone: string; crisisLine: Record<Language, string> };
  back?: { href: string; label: string };
  /** "2 of 4" */
  place?: string;
  /** The form whose entries a change of language takes along. */
  form?: string;
  children: ReactNode;
};

/** Every page of a patient: whose practice it is, the way back, the language, the way out, and whom to call. */
export async function PatientFrame({ practice, back, place, form, children }: Frame) {
  const t = await getTranslations("my");
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <div>{back ? <a href={back.href}>‹ {back.label}</a> : <strong>{practice.name}</strong>}</div>
        <div className={classes.tools}>
          {place && <span className={classes.place}>{place}</span>}
          <LanguageSwitch form={form} />
          <SignOutButton word="leave" />
        </div>
      </header>
      <Presence as="patient" here={routes.ownPractices} />
      <main id="main" className={classes.main}>
        {children}
      </main>
      <footer className={classes.foot}>
        <p>
          {t("questions")} <a href={callTo(practice.phone)}>{practice.phone}</a>
        </p>
        <p>
          {withNumbers(t("crisis", { line: practice.crisisLine[asLanguage(await getLocale())] })).map(
            ({ text, href, at }) =>
              href ? (
                <a key={at} href={href}>
                  {text}
                </a>
              ) : (
                text
              ),
          )}
        </p>
      </footer>
    </div>
  );
}
