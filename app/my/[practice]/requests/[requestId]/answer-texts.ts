import { getTranslations } from "next-intl/server";
import type { RewrittenTexts } from "@/app/my/_kit/rewritten";
import { signatureMeaning } from "@/lib/answers/signature-meaning";
import { intentSentences } from "@/lib/answers/wording";
import type { ShownItem, ShownVersion } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import type { Language } from "@/lib/languages";
import type { EarlierAnswer } from "@/lib/requests/question";

export type AnswerTexts = Awaited<ReturnType<typeof answerTexts>>;

/** Those of the step that signs. */
export type ReviewTexts = Pick<
  AnswerTexts,
  | ("yes" | "no" | "unanswered" | "check" | "signedInAs" | "youSay" | "change" | "name" | "nameHelp")
  | ("draw" | "clear" | "drawHere" | "sign" | "changeName" | "signLikeThis" | "working" | "intents")
>;

/** The words of the form, made on the server: the page carries no translator to the phone. */
export async function answerTexts(
  text: ShownVersion,
  { capacity, calledName }: { capacity: string; calledName: string },
  severalPatients: boolean,
  earlier: EarlierAnswer | null,
) {
  const t = await getTranslations({ locale: text.language, namespace: "answer" });
  const name = calledName;
  const isOwn = capacity === "self";
  const sentences = intentSentences;
  const eachUse = (say: (item: ShownItem) => string | undefined) =>
    Object.fromEntries(text.items.map((item) => [item.id, say(item)]));
  return {
    yes: t("yes"),
    no: t("no"),
    useLabels: {
      whatFor: t("whatFor"),
      whoSees: t("whoSees"),
      where: t("where"),
      until: t("until"),
      copy: t("copy"),
    },
    optional: t("optional"),
    choose: t("choose"),
    noToAll: t("noToAll"),
    talkFirst: t("talkFirst"),
    notNow: t("notNow"),
    dontAsk: (await getTranslations("declining"))("dontAsk"),
    review: t("review"),
    takeBack: t(isAcknowledged(text.kind) ? "onlyReceipt" : "takeBack"),
    openUses: eachUse(({ position, label }) => t("openUse", { position, label })),
    lastTime: eachUse(({ key }) => earlier?.said[key] && t(`lastTime.${earlier.said[key]}`)),
    check: t("check"),
    signedInAs: isOwn ? t("signedInAs", { name }) : t("signedInFor", { capacity, name }),
    youSay: t("youSay"),
    unanswered: t("unanswered"),
    change: t("change"),
    name: t("name"),
    nameHelp: t("nameHelp"),
    draw: t("draw"),
    clear: t("clear"),
    drawHere: t("drawHere"),
    sign: isOwn && !severalPatients ? t("sign") : t("signFor", { name }),
    changeName: t("changeName"),
    signLikeThis: t("signLikeThis"),
    working: t("working"),
    rewritten: await rewrittenTexts(text.language, text.writtenIn),
    intents: {
      some: sentences[signatureMeaning(text.kind, ["yes"])][text.language],
      none: sentences[signatureMeaning(text.kind, ["no"])][text.language],
    },
  };
}

/** That the browser shows other words, and in which languages the practice has its own. */
export async function rewrittenTexts(
  language: Language,
  writtenIn: readonly Language[],
): Promise<RewrittenTexts> {
  const t = await getTranslations({ locale: language, namespace: "answer.rewritten" });
  const others = writtenIn.filter((other) => other !== language);
  return { says: t("says"), ours: Object.fromEntries(others.map((other) => [other, t(`ours.${other}`)])) };
}

/** That there is no text in the language the reader wants; null where there is one. */
export async function otherLanguageTexts(text: ShownVersion, wanted: Language) {
  if (text.language === wanted) return null;
  const t = await getTranslations("otherLanguage");
  return {
    label: t("label"),
    none: t("none", { wanted }),
    noHurry: t("noHurry"),
    explain: t("explain"),
    talkFirst: (await getTranslations("answer"))("talkFirst"),
  };
}
