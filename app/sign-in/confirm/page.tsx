import { Anchor, Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { lookAtLink } from "@/lib/auth/tokens";
import { routes } from "@/lib/routes";
import { freshLinkAction, redeemLinkAction } from "../actions";
import { DoorwayPage } from "../doorway-page";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("title") };
}

/** Opening this page uses nothing up: mail scanners open it before the person does. */
export default async function ConfirmPage({ searchParams }: PageProps<"/sign-in/confirm">) {
  const { token } = await searchParams;
  const t = await getTranslations("signIn");
  const refusal = typeof token === "string" ? await lookAtLink(token) : "link-unknown";

  if (refusal === "link-unknown") {
    return (
      <DoorwayPage title={t("unknownTitle")}>
        <Text>{t("unknown")}</Text>
        <Anchor href={routes.signIn}>{t("typeAddress")}</Anchor>
      </DoorwayPage>
    );
  }
  if (refusal) {
    return (
      <DoorwayPage title={refusal === "link-used" ? t("usedTitle") : t("expiredTitle")}>
        <Text>{t("stale")}</Text>
        <PlainForm action={freshLinkAction} values={{ token: String(token) }}>
          <SendButton>{t("fresh")}</SendButton>
        </PlainForm>
      </DoorwayPage>
    );
  }
  return (
    <DoorwayPage title={t("welcome")}>
      <Text>{t("onePress")}</Text>
      <PlainForm action={redeemLinkAction} values={{ token: String(token) }}>
        <SendButton>{t("confirm")}</SendButton>
      </PlainForm>
    </DoorwayPage>
  );
}
