import { Container, Group, Paper, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/app/_i18n/language-switch";

/** The frame of every page before and around signing in: one question, one thing to press. */
export function DoorwayPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Container component="main" id="main" size="xs" py="xl" px="md">
      <Group justify="flex-end" mb="md">
        <LanguageSwitch />
      </Group>
      <Paper withBorder p={{ base: "md", sm: "xl" }}>
        <Stack gap="md">
          <Title order={1} size="h2">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </Container>
  );
}
