import { Anchor, Container, Stack, Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { routes } from "@/lib/routes";

export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  return (
    <Container component="main" id="main" size="xs" py="xl">
      <Stack>
        <Title order={1}>{t("title")}</Title>
        <Text>{t("body")}</Text>
        <Anchor href={routes.home}>{t("home")}</Anchor>
      </Stack>
    </Container>
  );
}
