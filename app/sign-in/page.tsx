import { Alert, Anchor, Text } from "@mantine/core";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ForgetEntered } from "@/app/_ui/forget-entered";
import { PlainField, PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { safePath } from "@/lib/auth/paths";
import { signedInUser } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { requestLinkAction } from "./actions";
import { DoorwayPage } from "./doorway-page";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, left, email } = await searchParams;
  const wanted = typeof next === "string" ? safePath(next) : null;
  if (await signedInUser()) redirect(wanted ?? routes.ownPractices);
  const t = await getTranslations("signIn");

  return (
    <DoorwayPage title={t("title")}>
      <ForgetEntered />
      {left && (
        <Alert color="gray" variant="outline">
          {t("left")}
        </Alert>
      )}
      <Text>{t("intro")}</Text>
      <PlainForm action={requestLinkAction} values={wanted ? { next: wanted } : {}}>
        <PlainField
          name="address"
          label={t("address")}
          defaultValue={typeof email === "string" ? email : ""}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
        />
        <SendButton>{t("send")}</SendButton>
      </PlainForm>
      <Text size="sm">
        {t.rich("haveCode", {
          link: (words) => (
            <Anchor href={routes.signInCode} underline="always">
              {words}
            </Anchor>
          ),
        })}
      </Text>
    </DoorwayPage>
  );
}
