import { getLocale, getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import { quoted } from "@/app/desk/_kit/quoted";
import tones from "@/app/desk/_kit/tones.module.css";
import type { DutyKind } from "@/lib/duties/rules";

type Duty = { kind: DutyKind; dueOn: string; ownerName: string; title: string };

/** What is to do about which texts, whose it is, and by when at the latest. */
export async function DutyWords({ duties, day }: { duties: readonly Duty[]; day: string }) {
  const t = await getTranslations("aftermath.duty");
  const [first] = duties;
  if (!first) return null;
  const { kind, dueOn, ownerName: owner } = first;
  const due = dueOn < day ? "overdue" : dueOn === day ? "today" : "due";
  return (
    <>
      {t(`kind.${kind}`, { titles: await quoted(duties.map(({ title }) => title)) })}{" "}
      <span className={due === "due" ? tones.quiet : tones.soon}>
        {t(due, { date: shownDay(dueOn, await getLocale()), owner })}
      </span>
    </>
  );
}
