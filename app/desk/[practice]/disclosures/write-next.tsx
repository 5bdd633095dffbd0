import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import { MainAction } from "@/app/desk/_kit/list";
import { routes } from "@/lib/routes";
import { beginDraftAction } from "./new/actions";

type Props = {
  practice: string;
  disclosureId: string;
  /** When the draft there is was saved; null where there is none. */
  savedAt: string | null;
  isFirst: boolean;
};

/** The way on to the next version: its draft, begun or not. */
export async function WriteNext({ practice, disclosureId, savedAt, isFirst }: Props) {
  const t = await getTranslations("drafts");
  if (savedAt) {
    return <MainAction href={routes.draft(practice, disclosureId)}>{t("goOn", { at: savedAt })}</MainAction>;
  }
  return (
    <Act
      action={beginDraftAction.bind(null, practice)}
      fields={{ disclosureId }}
      label={t(isFirst ? "first" : "next")}
      done={{ words: "" }}
      size="md"
    />
  );
}
