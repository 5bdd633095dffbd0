import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import classes from "@/app/my/_kit/signing.module.css";
import type { Language } from "@/lib/languages";

/** Said first, in the reader's language: there is no text in it, and nobody need answer what they do not understand. */
export async function OtherLanguage({ wanted }: { wanted: Language }) {
  const t = await getTranslations("otherLanguage");
  const answer = await getTranslations("answer");
  return (
    <section className={classes.notice} aria-label={t("label")}>
      <p>{t("none", { wanted })}</p>
      <p>{t("noHurry")}</p>
      <div className={classes.buttons}>
        <Button type="submit" name="press" value="explain" size="lg" fullWidth>
          {t("explain")}
        </Button>
        <Button type="submit" name="press" value="talk-first" size="lg" fullWidth variant="default">
          {answer("talkFirst")}
        </Button>
      </div>
    </section>
  );
}
