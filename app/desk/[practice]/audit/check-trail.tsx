"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import { checkTrailAction } from "./actions";

/** Runs the whole check and says in words what held. */
export function CheckTrail({ practice }: { practice: string }) {
  const t = useTranslations("trail.check");
  const broken = useTranslations("audit.broken");
  const [state, check, isPending] = useActionState(checkTrailAction.bind(null, practice), null);
  return (
    <form action={check}>
      <Button type="submit" variant="default" size="compact-md" loading={isPending}>
        {t("button")}
      </Button>
      <div role="status">
        {state && !state.ok && <p className={tones.alarm}>{state.message}</p>}
        {state?.ok && !state.value.holds && (
          <p className={tones.alarm}>
            {broken(state.value.reason, { seq: state.value.seq })} {t("whatNow")}
          </p>
        )}
        {state?.ok && state.value.holds && (
          <p>
            {t("holds", { size: state.value.size, checkpoints: state.value.checkpoints })}{" "}
            <span className={tones.quiet}>
              {t("root")} <code>{state.value.root.slice(0, 16)}…</code>
            </span>
          </p>
        )}
      </div>
    </form>
  );
}
