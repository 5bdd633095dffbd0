"use client";

import { useTranslations } from "next-intl";
import { Act } from "@/app/desk/_kit/act";
import tones from "@/app/desk/_kit/tones.module.css";
import { checkTrailAction } from "./actions";

/** Runs the whole check and says in words what held. */
export function CheckTrail({ practice }: { practice: string }) {
  const t = useTranslations("trail.check");
  const broken = useTranslations("audit.broken");
  const check = checkTrailAction.bind(null, practice);
  return (
    <Act
      action={check}
      label={t("button")}
      show={(found) =>
        found.holds ? (
          <p>
            {t("holds", { size: found.size, checkpoints: found.checkpoints })}{" "}
            <span className={tones.quiet}>
              {t("root")} <code>{found.root.slice(0, 16)}…</code>
            </span>
          </p>
        ) : (
          <p className={tones.alarm}>
            {broken(found.reason, { seq: found.seq })} {t("whatNow")}
          </p>
        )
      }
    />
  );
}
