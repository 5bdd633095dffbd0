"use client";

import { Button, Group, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { audiences } from "@/lib/disclosures/input";
import { changeAudienceAction } from "./actions";

type Props = { practice: string; disclosureId: string; audience: (typeof audiences)[number] };

/** Who needs a text, and so counts as not asked until they are. */
export function AudienceForm({ practice, disclosureId, audience }: Props) {
  const t = useTranslations("deskForms.giving");
  const [state, change, isPending] = useActionState<ActionState, FormData>(
    changeAudienceAction.bind(null, practice),
    null,
  );
  return (
    <form action={change}>
      <input type="hidden" name="disclosureId" value={disclosureId} />
      <Group align="end" gap="sm">
        <NativeSelect
          key={audience}
          size="md"
          name="audience"
          label={t("label")}
          description={t("hint")}
          defaultValue={audience}
          data={audiences.map((value) => ({ value, label: t(value) }))}
        />
        <Button type="submit" variant="default" loading={isPending}>
          {t("save")}
        </Button>
        <span role="status" className={list.quiet}>
          {state && (state.ok ? t("saved") : state.message)}
        </span>
      </Group>
    </form>
  );
}
