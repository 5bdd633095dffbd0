import type { Language } from "@/lib/languages";
import { SendButton } from "./send-button";
import classes from "./signing.module.css";

export type RewrittenTexts = { says: string; ours: Partial<Record<Language, string>> };

/** Says that the browser shows other words than ours, offers ours where there are some, and sends it along. */
export function Rewritten({ isSeen, texts }: { isSeen: boolean; texts: RewrittenTexts }) {
  return (
    <div role="status">
      {isSeen && (
        <div className={classes.notice}>
          <p>{texts.says}</p>
          {Object.entries(texts.ours).map(([language, offer]) => (
            <SendButton
              key={language}
              name="speak"
              value={language}
              lang={language}
              translate="no"
              variant="default"
            >
              {offer}
            </SendButton>
          ))}
          <input type="hidden" name="rewritten" value="yes" />
        </div>
      )}
    </div>
  );
}
