import { getTranslations } from "next-intl/server";
import type { RewrittenTexts } from "@/app/my/_kit/rewritten";
import { type ReviewTexts, rewrittenTexts } from "@/app/my/[practice]/requests/[requestId]/answer-texts";
import type { Language } from "@/lib/languages";
import { tradeOffWords } from "@/lib/trade-offs/compose-trade-off";

export type ReadTexts = ReviewTexts & { review: string; talk: string; rewritten: RewrittenTexts };

/** The words of the form, made on the server: the page carries no translator to the phone. */
export async function readTexts(
  language: Language,
  { capacity, calledName: name }: { capacity: string; calledName: string },
  severalPatients: boolean,
): Promise<ReadTexts> {
  const t = await getTranslations("tradeOff");
  const answer = await getTranslations("answer");
  const isOwn = capacity === "self";
  const { signed } = tradeOffWords[language].intent;
  return {
    review: t("review"),
    talk: t("talk"),
    check: t("check"),
    youSay: t("youSay"),
    change: t("change"),
    yes: answer("yes"),
    no: answer("no"),
    unanswered: answer("unanswered"),
    signedInAs: isOwn ? answer("signedInAs", { name }) : answer("signedInFor", { capacity, name }),
    name: answer("name"),
    nameHelp: answer("nameHelp"),
    draw: answer("draw"),
    clear: answer("clear"),
    drawHere: answer("drawHere"),
    sign: isOwn && !severalPatients ? answer("sign") : answer("signFor", { name }),
    changeName: answer("changeName"),
    signLikeThis: answer("signLikeThis"),
    working: answer("working"),
    // The switch of the page offers this text in the other language.
    rewritten: await rewrittenTexts(language, []),
    intents: { some: signed, none: signed },
  };
}
