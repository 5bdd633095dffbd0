"use client";

import { Radio, Stack } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { shownTime } from "@/app/_ui/shown-time";
import type { AskPlan } from "@/lib/requests/ask-patients";
import type { Leaving } from "@/lib/requests/rules";

/** When the mail leaves, and, before it is asked, the other ways. */
export function WhenItLeaves(props: {
  plan: AskPlan;
  timeZone: string;
  isDone?: boolean;
  chosen?: Leaving | "";
  choose?: (leaving: string) => void;
}) {
  const { plan, timeZone, isDone = false, chosen = "", choose } = props;
  const t = useTranslations("requests.leaving");
  const language = useLocale();
  const when = (at: Date | null) => (at ? shownTime(new Date(at), timeZone, language).both : "");
  if (isDone || !choose)
    return <p>{t(plan.leavesAt ? "leavesThen" : "leavesNow", { at: when(plan.leavesAt) })}</p>;
  const isNight = plan.ways.some(({ leaving }) => leaving === "in-the-morning");
  return (
    <Radio.Group
      label={t("when")}
      description={isNight ? t("night") : t("unnamed")}
      value={chosen || plan.leaving}
      onChange={choose}
      mb="sm"
    >
      <Stack gap="xs" mt="xs">
        {plan.ways.map(({ leaving, at }) => (
          <Radio key={leaving} value={leaving} label={t(`way.${leaving}`, { at: when(at) })} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
