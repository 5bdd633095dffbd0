import { getLocale } from "next-intl/server";
import { languages } from "@/lib/languages";
import { chooseLanguage } from "./choose-language";
import classes from "./language-switch.module.css";

const names = { en: "English", es: "Español" };

export async function LanguageSwitch() {
  const current = await getLocale();
  return (
    <form action={chooseLanguage}>
      {languages
        .filter((language) => language !== current)
        .map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            className={classes.button}
          >
            {names[language]}
          </button>
        ))}
    </form>
  );
}
