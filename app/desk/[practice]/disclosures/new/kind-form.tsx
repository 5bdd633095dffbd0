"use client";

import { Button, Radio, Stack } from "@mantine/core";
import { useActionState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { startDisclosureAction } from "./actions";

type Props = {
  practice: string;
  kinds: { kind: DisclosureKind; name: string; purpose: string }[];
  words: { choose: string; start: string; chooseOne: string };
};

/** What a new text is about; nothing is chosen beforehand. */
export function KindForm({ practice, kinds, words }: Props) {
  const [state, start, isPending] = useActionState<ActionState, FormData>(
    startDisclosureAction.bind(null, practice),
    null,
  );
  const failure = state && !state.ok ? state : null;
  return (
    <form action={start} noValidate>
      <input type="hidden" name="practice" value={practice} />
      <Stack maw="40rem" gap="md">
        <Radio.Group name="kind" label={words.choose} error={failure?.fields.kind && words.chooseOne}>
          <Stack gap="xs" mt="xs">
            {kinds.map(({ kind, name, purpose }) => (
              <Radio key={kind} value={kind} label={name} description={purpose} />
            ))}
          </Stack>
        </Radio.Group>
        <div>
          <Button type="submit" loading={isPending}>
            {words.start}
          </Button>{" "}
          <span role="status" className={list.alarm}>
            {failure && !failure.fields.kind && failure.message}
          </span>
        </div>
      </Stack>
    </form>
  );
}
