import { Alert, Box, Fieldset, Group, Text } from "@mantine/core";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PlainField, PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { DoorwayPage } from "@/app/sign-in/doorway-page";
import { SignOutButton } from "@/app/sign-in/sign-out-button";
import { practiceOfPath, safePath } from "@/lib/auth/paths";
import { patientEntry } from "@/lib/auth/session";
import { entryState } from "@/lib/patients/entry-state";
import { routes } from "@/lib/routes";
import { proveByBirthAction, proveByCodeAction } from "./actions";

const birthParts = { en: ["month", "day", "year"], es: ["day", "month", "year"] } as const;

export async function generateMetadata() {
  return { title: (await getTranslations("entry"))("title") };
}

export default async function EntryPage({ params, searchParams }: PageProps<"/my/[practice]/entry">) {
  const { practice: slug } = await params;
  const { next } = await searchParams;
  const { ctx, unprovenPatientIds } = await patientEntry(slug);
  const wanted = typeof next === "string" ? safePath(next) : null;
  const onward = wanted && practiceOfPath(wanted) === slug ? wanted : routes.my(slug);
  if (unprovenPatientIds.length === 0) redirect(onward);

  const t = await getTranslations("entry");
  const { left, byBirth, whose, practice, phone } = await entryState(ctx);
  if (left === 0) {
    return (
      <DoorwayPage title={t("lockedTitle")}>
        <Alert color="gray" variant="outline">
          {t("locked", { practice, phone })}
        </Alert>
        <SignOutButton />
      </DoorwayPage>
    );
  }
  const parts = birthParts[(await getLocale()) === "es" ? "es" : "en"];
  const codeForm = (
    <PlainForm action={proveByCodeAction.bind(null, slug)} values={{ next: onward }}>
      <PlainField
        name="code"
        label={t("code")}
        description={t("codeHelp")}
        autoComplete="off"
        maxLength={40}
        size="md"
      />
      <SendButton variant={byBirth ? "default" : "filled"}>{t("useCode")}</SendButton>
    </PlainForm>
  );
  return (
    <DoorwayPage title={t("title")}>
      <Text>{byBirth ? t("why", { practice }) : t("addressChanged", { practice, phone })}</Text>
      {byBirth ? (
        <>
          <PlainForm action={proveByBirthAction.bind(null, slug)} values={{ next: onward }}>
            <Fieldset
              variant="unstyled"
              p={0}
              styles={{ legend: { padding: 0 } }}
              legend={t(`birth.${whose ?? "other"}`)}
            >
              <Group grow align="flex-start">
                {parts.map((part) => (
                  <PlainField
                    key={part}
                    name={part}
                    label={t(part)}
                    description={t(`${part}Help`)}
                    inputMode="numeric"
                    autoComplete={`bday-${part}`}
                    maxLength={4}
                    size="md"
                  />
                ))}
              </Group>
            </Fieldset>
            <SendButton>{t("proceed")}</SendButton>
          </PlainForm>
          <details>
            <summary>{t("haveCode")}</summary>
            <Box mt="sm">{codeForm}</Box>
          </details>
        </>
      ) : (
        codeForm
      )}
      <Text size="sm">{t("notYou", { practice, phone })}</Text>
      <SignOutButton />
    </DoorwayPage>
  );
}
