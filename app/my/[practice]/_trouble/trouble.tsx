import { getTranslations } from "next-intl/server";
import type { troublesToNote } from "@/lib/screens/desk/troubles";
import { reportTroubleAction } from "./actions";
import { TroubleForm } from "./trouble-form";

type Props = {
  practice: string;
  trouble: Awaited<ReturnType<typeof troublesToNote>>[number] | undefined;
};

/** What did not work when they met, for one person; nothing where there is no line that could fail. */
export async function Trouble({ practice, trouble }: Props) {
  if (!trouble) return null;
  const t = await getTranslations("troubles.mine");
  const { patientId, kinds, platform, readBy } = trouble;
  return (
    <TroubleForm
      act={reportTroubleAction.bind(null, practice)}
      patientId={patientId}
      words={{ summary: t("summary"), ask: t("ask", { platform }), thanks: t("thanks", { name: readBy }) }}
      choices={kinds.map((kind) => ({ kind, label: t(`kind.${kind}`) }))}
    />
  );
}
