import { Alert, Box, Text } from "@mantine/core";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { BirthForm, EntryCodeForm } from "@/app/my/_kit/second-fact";
import { DoorwayPage } from "@/app/sign-in/doorway-page";
import { SignOutButton } from "@/app/sign-in/sign-out-button";
import { practiceOfPath, safePath } from "@/lib/auth/paths";
import { patientEntry } from "@/lib/auth/session";
import { entryState } from "@/lib/patients/entry-state";
import { routes } from "@/lib/routes";
import { proveByBirthAction, proveByCodeAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("entry"))("title") };
}

export default async function EntryPage({ params, searchParams }: PageProps<"/my/[practice]/entry">) {
  const { practice: slug } = await checkedParams(params);
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
  const values = { next: onward };
  const byCode = (
    <EntryCodeForm action={proveByCodeAction.bind(null, slug)} values={values} isSecond={byBirth} />
  );
  return (
    <DoorwayPage title={t("title")}>
      <Text>{byBirth ? t("why", { practice }) : t("addressChanged", { practice, phone })}</Text>
      {byBirth ? (
        <>
          <BirthForm
            action={proveByBirthAction.bind(null, slug)}
            values={values}
            legend={t(`birth.${whose ?? "other"}`)}
            send={t("proceed")}
          />
          <details>
            <summary>{t("haveCode")}</summary>
            <Box mt="sm">{byCode}</Box>
          </details>
        </>
      ) : (
        byCode
      )}
      <Text size="sm">{t("notYou", { practice, phone })}</Text>
      <SignOutButton />
    </DoorwayPage>
  );
}
