"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Act } from "@/app/desk/_kit/act";
import type { TroubleKind } from "@/lib/platforms/rules";
import { noteTroubleAction } from "./actions";

type Props = { practice: string; patientId: string; platform: string; kinds: readonly TroubleKind[] };

/** Two presses: that something did not work, and what. */
export function NoteTrouble({ practice, patientId, platform, kinds }: Props) {
  const t = useTranslations("troubles.form");
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => setIsOpen(true)}>
        {t("button")}
      </Button>
    );
  }
  return (
    <div>
      <p>{t("ask", { platform })}</p>
      <Group gap="xs">
        {kinds.map((kind) => (
          <Act
            key={kind}
            action={noteTroubleAction.bind(null, practice)}
            fields={{ patientId, kind }}
            label={t(`kind.${kind}`)}
            done={{ words: t("done", { platform }) }}
          />
        ))}
        <Button variant="subtle" size="compact-md" onClick={() => setIsOpen(false)}>
          {t("cancel")}
        </Button>
      </Group>
    </div>
  );
}
