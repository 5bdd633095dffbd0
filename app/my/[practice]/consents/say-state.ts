import type { getTranslations } from "next-intl/server";
import type { Shown } from "@/app/_ui/shown-time";
import type { AgreedConsent } from "@/lib/consents/consents-page";

type Translate = Awaited<ReturnType<typeof getTranslations<"my.agreed">>>;

/** Where a consent stands, in the words patients hear: one line for the answer, one for what is newer or open. */
export function sayState(consent: AgreedConsent, t: Translate, shown: (at: Date) => Shown): string[] {
  const { state, acknowledged } = consent;
  const { answer, question } = state;
  if (!answer) {
    if (!question && state.declinedAt) return [t("rests", { date: shown(state.declinedAt).date })];
    if (!question) return [];
    return question.talkFirstSince
      ? [t("talking", { date: shown(question.talkFirstSince).date })]
      : [t("asked", { date: shown(question.askedAt).date })];
  }

  const date = shown(answer.answeredAt).both;
  const all = answer.items.length;
  const yes = answer.items.filter((item) => item.answer === "yes").length;
  const said = acknowledged
    ? t(yes > 0 ? "received" : "notReceived", { date })
    : t(yes === 0 ? "saidNo" : yes < all ? "saidSome" : "saidYes", { date, yes, all });
  return [said, ...changesSince(consent, t, shown)];
}

function changesSince({ state }: AgreedConsent, t: Translate, shown: (at: Date) => Shown): string[] {
  const { word, since, due, countsUntil, question, declinedAt } = state;
  const lines: string[] = [];
  if (word === "withdrawn" && since) {
    const { date, time, zone } = shown(since);
    lines.push(t("nothingLeft", { date, time, zone }));
  }
  if (word === "superseded" && countsUntil) lines.push(t("ended", { date: shown(countsUntil).date }));
  if (word === "given" && due)
    lines.push(countsUntil ? t("countsUntil", { date: shown(countsUntil).date }) : t("newer"));
  if (declinedAt) lines.push(t("rests", { date: shown(declinedAt).date }));
  if (question?.talkFirstSince) lines.push(t("talking", { date: shown(question.talkFirstSince).date }));
  return lines;
}
