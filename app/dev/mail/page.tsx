import { Button, Container, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/app/_i18n/language-switch";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { capturedMail } from "./captured-mail";
import { TextWithLinks } from "./text-with-links";

export async function generateMetadata() {
  return { title: (await getTranslations("devMail"))("title") };
}

/** The demo's mailbox of everybody; anywhere else there is no such page. */
export default async function DevMailPage({ searchParams }: PageProps<"/dev/mail">) {
  const { demo, smtpUrl, appUrl } = env();
  if (!demo || smtpUrl) notFound();
  const t = await getTranslations("devMail");
  const format = await getFormatter();
  const { to: asked } = await searchParams;
  const mailbox = typeof asked === "string" ? asked.trim().slice(0, 300) : "";
  const mails = await capturedMail(mailbox);

  return (
    <Container component="main" id="main" size="sm" py="xl" px="md">
      <Group justify="space-between" align="flex-start">
        <Title order={1} size="h2">
          {t("title")}
        </Title>
        <LanguageSwitch />
      </Group>
      <form action={routes.devMail}>
        <Group align="flex-end" mt="md" gap="xs">
          <TextInput type="search" name="to" label={t("mailbox")} defaultValue={mailbox} flex={1} />
          <Button type="submit" variant="default">
            {t("show")}
          </Button>
        </Group>
      </form>
      <Text my="md">{mails.length > 0 ? t("intro", { count: mails.length }) : t("empty")}</Text>
      <Stack>
        {mails.map(({ file, to, subject, date, text }) => (
          <Paper component="article" withBorder p="md" key={file}>
            <Title order={2} size="h4">
              {subject}
            </Title>
            <Text size="sm" mb="sm">
              {t("to", { to })}
              {date && ` · ${format.dateTime(date, { dateStyle: "medium", timeStyle: "medium" })} UTC`}
            </Text>
            <TextWithLinks text={text} origin={appUrl} />
          </Paper>
        ))}
      </Stack>
    </Container>
  );
}
