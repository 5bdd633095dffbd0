"use client";

import { useTranslations } from "next-intl";
import { Choice, Field, Given } from "@/app/desk/_kit/fields";
import { DeskForm, mainButton } from "@/app/desk/_kit/form";
import { addPlatformInput } from "@/lib/platforms/input";
import { routes } from "@/lib/routes";
import { addPlatformAction } from "./actions";

type Props = { practice: string; choices: { way: string; label: string }[] };

/** Behind one button, one more way to meet: a service that is known, another one, or none. Nothing is ticked beforehand. */
export function AddForm({ practice, choices }: Props) {
  const t = useTranslations("platforms.form");
  const add = addPlatformAction.bind(null, practice);
  return (
    <DeskForm
      action={add}
      schema={addPlatformInput}
      open={t("add")}
      button={mainButton}
      save={t("save")}
      cancel={t("cancel")}
      done={(_, { id }) => ({
        words: t("added"),
        next: { href: routes.platform(practice, id), label: t("openAdded") },
      })}
    >
      <Choice
        name="way"
        label={t("which")}
        hint={t("whichHint")}
        of={choices.map(({ way, label }) => ({ value: way, label }))}
        missing={t("whichMissing")}
      />
      <Given the="way">
        {(way) =>
          way === "another" && <Field name="name" label={t("name")} hint={t("nameHint")} maxLength={120} />
        }
      </Given>
    </DeskForm>
  );
}
