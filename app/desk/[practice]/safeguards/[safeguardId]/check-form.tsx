"use client";

import { Button, FileInput, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import classes from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { attestationOutcomes } from "@/lib/safeguards/rules";
import type { Attested } from "./attestations/route";

type Props = { to: string; staffId: string; day: string };
type Refusal = Extract<Attested, { ok: false }>;

/** Says what one saw in one's own account, on which day; what was typed stays until it is noted. */
export function CheckForm({ to, staffId, day }: Props) {
  const t = useTranslations("deskForms.safeguards.check");
  const refusals = useTranslations("refusals");
  const [isSending, sending] = useState(false);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const [round, goRound] = useState(0);
  const router = useRouter();
  const tell = useTell();
  const errorOf = (field: string) => refusal?.fields[field];
  return (
    <form key={round} onSubmit={send} noValidate>
      <input type="hidden" name="staffId" value={staffId} />
      <Stack maw="34rem" gap="sm">
        <Radio.Group name="outcome" label={t("outcome")} error={errorOf("outcome")}>
          <Stack mt={4} gap={8}>
            {attestationOutcomes.map((outcome) => (
              <Radio key={outcome} value={outcome} label={t(outcome)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          name="checkedOn"
          type="date"
          label={t("checkedOn")}
          defaultValue={day}
          max={day}
          maw="16rem"
          error={errorOf("checkedOn")}
        />
        <Textarea
          name="note"
          label={t("note")}
          description={t("noteHint")}
          maxLength={2_000}
          autosize
          minRows={2}
          error={errorOf("note")}
        />
        <FileInput
          name="file"
          label={t("file")}
          description={t("fileHint")}
          placeholder={t("choose")}
          accept="application/pdf,image/png,image/jpeg"
          clearable
          error={errorOf("file")}
        />
        {refusal && (
          <p role="alert" className={classes.alarm}>
            {refusal.message}
          </p>
        )}
        <Button type="submit" loading={isSending} style={{ alignSelf: "flex-start" }}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = new FormData(event.currentTarget);
    sending(true);
    const answer = await sent(body);
    sending(false);
    refuse(answer.ok ? null : answer);
    if (!answer.ok) return;
    tell({ words: t("done") });
    goRound(round + 1);
    router.refresh();
  }

  async function sent(body: FormData): Promise<Attested> {
    const response = await fetch(to, { method: "POST", body }).catch(() => null);
    const refused = (message: string): Refusal => ({ ok: false, message, fields: {} });
    if (response?.redirected) return refused(refusals("signed-out"));
    if (response?.status === 413) return refused(refusals("file-too-large"));
    const isAnswer = response?.headers.get("content-type")?.includes("json");
    return response && isAnswer ? asAttested(await response.json()) : refused(t("notSent"));
  }
}

/** Safe because only the route beside this file answers with JSON there. */
function asAttested(answer: unknown): Attested {
  return answer as Attested;
}
