"use client";

import { Button, Container, Stack, Text, Title } from "@mantine/core";

/** Bilingual, because nothing may be loaded to say it. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Container component="main" id="main" size="xs" py="xl">
      <Stack>
        <Title order={1}>Something went wrong on our side</Title>
        <Text>
          What was stored before stays stored. Please try again; if it happens again, call the practice.
        </Text>
        <Text lang="es">
          Algo falló de nuestro lado. Lo que ya estaba guardado sigue guardado. Inténtelo otra vez; si se
          repite, llame a la consulta.
        </Text>
        {error.digest && <Text c="dimmed">{error.digest}</Text>}
        <Button onClick={reset}>Try again · Intentar otra vez</Button>
      </Stack>
    </Container>
  );
}
