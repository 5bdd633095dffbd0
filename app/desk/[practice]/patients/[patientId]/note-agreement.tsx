"use client";

import { Button, FileInput, Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import classes from "@/app/desk/_kit/list.module.css";
import { type Said, useTell } from "@/app/desk/_kit/told";
import type { Filed } from "./agreements/route";

type Choice = { value: string; label: string };
type Props = {
  to: string;
  texts: Choice[];
  forms: Choice[];
  languages: Choice[];
  day: string;
  done: Said;
};

/** Sends the paper or mail to the one address that takes a file. What was typed stays until it is filed. */
export function NoteAgreement({ to, texts, forms, languages, day, done }: Props) {
  const t = useTranslations("deskForms.agreement");
  const refusals = useTranslations("refusals");
  const [isOpen, open] = useState(false);
  const [isSending, sending] = useState(false);
  const [refusal, refuse] = useState<string | null>(null);
  const router = useRouter();
  const tell = useTell();
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => open(true)}>
        {t("label")}
      </Button>
    );
  }
  return (
    <form className={classes.step} onSubmit={send}>
      <NativeSelect name="disclosureId" label={t("text")} data={texts} />
      <NativeSelect name="form" label={t("form")} data={forms} />
      <TextInput name="agreedOn" type="date" label={t("agreedOn")} max={day} required withAsterisk={false} />
      <Textarea
        name="uses"
        label={t("uses")}
        description={t("usesHint")}
        maxLength={6_000}
        autosize
        minRows={2}
        required
        withAsterisk={false}
      />
      <NativeSelect name="wordsLanguage" label={t("wordsLanguage")} data={languages} />
      <FileInput
        name="file"
        label={t("file")}
        description={t("fileHint")}
        placeholder={t("choose")}
        accept="application/pdf,image/png,image/jpeg"
      />
      {refusal && (
        <p role="alert" className={classes.alarm}>
          {refusal}
        </p>
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-md" loading={isSending}>
          {t("save")}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => open(false)}>
          {t("cancel")}
        </Button>
      </Group>
    </form>
  );

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = new FormData(event.currentTarget);
    sending(true);
    const answer = await filed(body);
    sending(false);
    refuse(answer.ok ? null : answer.message);
    if (!answer.ok) return;
    tell(done);
    open(false);
    router.refresh();
  }

  async function filed(body: FormData): Promise<Filed> {
    const response = await fetch(to, { method: "POST", body }).catch(() => null);
    if (response?.redirected) return { ok: false, message: refusals("signed-out") };
    if (response?.status === 413) return { ok: false, message: refusals("file-too-large") };
    const isAnswer = response?.headers.get("content-type")?.includes("json");
    return response && isAnswer ? asFiled(await response.json()) : { ok: false, message: t("notSent") };
  }
}

/** Safe because only the route beside this file answers with JSON there. */
function asFiled(answer: unknown): Filed {
  return answer as Filed;
}
