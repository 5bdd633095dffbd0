import { SendButton } from "@/app/my/_kit/send-button";
import classes from "@/app/my/_kit/signing.module.css";

export type OtherLanguageTexts = Record<"label" | "none" | "noHurry" | "explain" | "talkFirst", string>;

type Props = { texts: OtherLanguageTexts; talkFirst(form: FormData): void };

/** Said first, in the reader's language: there is no text in it, and nobody need answer what they do not understand. */
export function OtherLanguage({ texts, talkFirst }: Props) {
  return (
    <section className={classes.notice} aria-label={texts.label}>
      <p>{texts.none}</p>
      <p>{texts.noHurry}</p>
      <div className={classes.buttons}>
        <SendButton formAction={talkFirst}>{texts.explain}</SendButton>
        <SendButton formAction={talkFirst} variant="default">
          {texts.talkFirst}
        </SendButton>
      </div>
    </section>
  );
}
