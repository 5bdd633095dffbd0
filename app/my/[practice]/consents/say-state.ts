import type { getTranslations } from "next-intl/server";
import type { Shown } from "@/app/_ui/shown-time";
import type { wherePhrase } from "@/app/_ui/where-phrase";
import type { AgreedConsent } from "@/lib/screens/my/consents";

type Translate = Awaited<ReturnType<typeof getTranslations<"consents">>>;

type Where = Awaited<ReturnType<typeof wherePhrase>>;

type Practice = { name: string; phone: string };

/** Where a consent stands, in the words patients hear: one line for the answer, and one for each thing since. */
export function sayState(
  consent: AgreedConsent,
  practice: Practice,
  t: Translate,
  shown: (at: Date) => Shown,
  where: Where,
): string[] {
  return [
    ...saidThen(consent, t, shown),
    ...changesSince(consent, practice, t, shown, where),
    ...toldAloud(consent, practice, t, shown),
    ...saidAhead(consent, t, shown),
  ];
}

function saidThen(
  { state, acknowledged, endedNotice }: AgreedConsent,
  t: Translate,
  shown: (at: Date) => Shown,
) {
  const { answer, question } = state;
  if (endedNotice)
    return [
      t(endedNotice.outcome === "refused" ? "wouldNot" : "unable", { date: shown(endedNotice.at).date }),
    ];
  if (!answer)
    return question && !question.talkFirstSince ? [t("asked", { date: shown(question.askedAt).date })] : [];
  const date = shown(answer.answeredAt).both;
  const all = answer.items.length;
  const yes = answer.items.filter((item) => item.answer === "yes").length;
  if (acknowledged) return [t(yes > 0 ? "received" : "notReceived", { date })];
  return [t(yes === 0 ? "saidNo" : yes < all ? "saidSome" : "saidYes", { date, yes, all })];
}

function changesSince(
  { state, meets }: AgreedConsent,
  practice: Practice,
  t: Translate,
  shown: (at: Date) => Shown,
  where: Where,
): string[] {
  const { word, since, restsBecause, due, countsUntil, expiresAt, question, declinedAt } = state;
  const lines: string[] = [];
  if (word === "withdrawn" && since) {
    const { date, time, zone } = shown(since);
    lines.push(t("nothingLeft", { date, time, zone }));
  }
  if (word === "superseded" && countsUntil) lines.push(t("ended", { date: shown(countsUntil).date }));
  if (word === "expired" && since) lines.push(t("expired", { date: shown(since).date }));
  if (restsBecause === "platform" && since && meets)
    lines.push(t("restsThere", { date: shown(since).date, where: where(meets.platform) }));
  if (restsBecause === "treating" && since)
    lines.push(t("resting", { date: shown(since).date, practice: practice.name }));
  if (word === "invalid" && since) lines.push(t("byMistake", { date: shown(since).date }));
  if (word === "given" && due)
    lines.push(countsUntil ? t("countsUntil", { date: shown(countsUntil).date }) : t("newer"));
  if (word === "given" && expiresAt) lines.push(t("countsTo", { date: shown(expiresAt).date }));
  if (declinedAt) lines.push(t("rests", { date: shown(declinedAt).date }));
  if (question?.talkFirstSince) lines.push(t("talking", { date: shown(question.talkFirstSince).date }));
  return lines;
}

/** Somebody else wrote it down: by whom, and whom to call if that is not what was said. */
function toldAloud({ spoken }: AgreedConsent, practice: Practice, t: Translate, shown: (at: Date) => Shown) {
  if (!spoken) return [];
  const { name, phone } = practice;
  return [
    t("aloud", { name: spoken.noterName, date: shown(spoken.withdrawnAt).both, practice: name, phone }),
  ];
}

function saidAhead({ ahead }: AgreedConsent, t: Translate, shown: (at: Date) => Shown) {
  if (!ahead) return [];
  const { yes, all } = ahead;
  return [t("ahead", { date: shown(ahead.from).date, yes, all })];
}
