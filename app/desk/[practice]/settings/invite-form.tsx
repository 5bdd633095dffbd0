"use client";

import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { sendWhole } from "@/app/desk/_kit/send-whole";
import { staffRoles } from "@/lib/context";
import { inviteStaffAction } from "./actions";

/** Opens the door for one mailbox; the person then signs in like everybody else. */
export function InviteForm({ practice }: { practice: string }) {
  const t = useTranslations("deskForms.invite");
  const [state, invite, isPending] = useActionState<ActionState, FormData>(
    inviteStaffAction.bind(null, practice),
    null,
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state?.ok) form.current?.reset();
  }, [state]);
  const failure = state && !state.ok ? state : null;
  return (
    <form ref={form} action={invite} onSubmit={sendWhole(invite)} noValidate>
      <Stack maw="34rem" mt="lg" gap="sm">
        <h3>{t("title")}</h3>
        <TextInput
          name="name"
          label={t("name")}
          autoComplete="off"
          defaultValue={failure?.typed.name}
          error={failure?.fields.name}
        />
        <TextInput
          name="email"
          type="email"
          label={t("email")}
          autoComplete="off"
          defaultValue={failure?.typed.email}
          error={failure?.fields.email}
        />
        <Checkbox.Group label={t("roles")} error={failure?.fields.roles && t("rolesMissing")}>
          <Group mt={4}>
            {staffRoles.map((role) => (
              <Checkbox key={role} name="roles[]" value={role} label={t(`role.${role}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group>
          <Button type="submit" loading={isPending}>
            {t("send")}
          </Button>
          <span role="status" className={failure ? list.alarm : list.quiet}>
            {failure ? failure.message : state?.ok && t("done")}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
