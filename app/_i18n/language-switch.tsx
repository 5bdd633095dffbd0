import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { EnterButton } from "@/app/_ui/enter-button";
import { type Language, languages } from "@/lib/languages";
import { chooseLanguage } from "./choose-language";
import classes from "./language-switch.module.css";

const names = { en: "English", es: "Español" };

/** Within a form of the page, what was entered there travels along: `form` is its id. */
export async function LanguageSwitch({ form }: { form?: string | undefined }) {
  const current = await getLocale();
  const buttons = languages
    .filter((language) => language !== current)
    .map((language) => (
      <SwitchTo key={language} language={language} form={form}>
        {names[language]}
      </SwitchTo>
    ));
  if (!form) return <form action={chooseLanguage}>{buttons}</form>;
  return (
    <div>
      <EnterButton form={form} />
      {buttons}
    </div>
  );
}

type SwitchProps = { language: Language; form: string | undefined; children: ReactNode };

function SwitchTo({ language, form, children }: SwitchProps) {
  return (
    <button
      type="submit"
      form={form}
      name={form ? "speak" : "language"}
      value={language}
      lang={language}
      className={classes.button}
    >
      {children}
    </button>
  );
}
