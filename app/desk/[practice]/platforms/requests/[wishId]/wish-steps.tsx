import { Group } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import { marked } from "@/app/desk/_kit/name";
import type { WishPage } from "@/lib/screens/desk/wish";
import { goBackAction, keepTrialAction, takeBackProposalAction } from "../actions";

/** What the practice may do once it is answered: keep it, go back, or take its proposal back. */
export async function WishSteps({ practice, page }: { practice: string; page: WishPage }) {
  const t = await getTranslations("wishes");
  const { wish, steps, patient } = page;
  const name = marked(patient.legalName);
  const way = wish.way ?? "";
  const before = wish.before ?? t("asPractice");
  const decided = { wishId: wish.id, seen: wish.state };
  return (
    <Group gap="xs">
      {steps.includes("keep") && (
        <Act
          action={keepTrialAction.bind(null, practice)}
          fields={decided}
          label={t("keep", { way })}
          done={{ words: t("kept", { name, way }) }}
        />
      )}
      {steps.includes("go-back") && (
        <Act
          action={goBackAction.bind(null, practice)}
          fields={decided}
          label={t("goBack", { before })}
          done={{ words: t("goneBack", { name, before }) }}
        />
      )}
      {steps.includes("take-back") && (
        <Act
          action={takeBackProposalAction.bind(null, practice)}
          fields={{ wishId: wish.id }}
          label={t("takeBack")}
          done={{ words: t("takenBack", { name }) }}
        />
      )}
    </Group>
  );
}
