import { getLocale, getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import type { DutyKind } from "@/lib/duties/rules";

type Props = { duty: { kind: DutyKind; dueOn: string; ownerName: string; title: string }; day: string };

/** What is to do about which text, whose it is, and by when. */
export async function DutyWords({ duty, day }: Props) {
  const t = await getTranslations("aftermath.duty");
  const due = duty.dueOn < day ? "overdue" : duty.dueOn === day ? "today" : "due";
  return (
    <>
      {t(`kind.${duty.kind}`, { title: duty.title })}{" "}
      <span className={due === "due" ? tones.quiet : tones.soon}>
        {t(due, { date: shownDay(duty.dueOn, await getLocale()), owner: duty.ownerName })}
      </span>
    </>
  );
}
