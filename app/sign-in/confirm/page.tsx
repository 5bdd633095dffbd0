import { Anchor, Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ActionButton, ActionForm } from "@/app/my/_kit/action-form";
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
        <ActionForm action={freshLinkAction}>
          <input type="hidden" name="token" value={token} />
          <ActionButton>{t("fresh")}</ActionButton>
        </ActionForm>
      </DoorwayPage>
    );
  }
  return (
    <DoorwayPage title={t("welcome")}>
      <Text>{t("onePress")}</Text>
      <ActionForm action={redeemLinkAction}>
        <input type="hidden" name="token" value={token} />
        <ActionButton>{t("confirm")}</ActionButton>
      </ActionForm>
    </DoorwayPage>
  );
}
