"use client";

import { useTranslations } from "next-intl";
import type { LanguageChecks } from "@/lib/drafts/draft-checks";

/** Where a language stands: what is open, and whether a person read it. */
export function LanguageState({ checks, begun }: { checks: LanguageChecks | null; begun: boolean }) {
  const t = useTranslations("drafts.state");
  if (!begun) return <span>({t("notBegun")})</span>;
  if (!checks) return null;
  const open = checks.empty + checks.blanks.length;
  if (checks.following?.is === "behind") return <span>({t("behind")})</span>;
  return (
    <span>
      ({open > 0 ? t("open", { count: open }) : t("done")}, {t(checks.review ? "reviewed" : "notReviewed")})
    </span>
  );
}
