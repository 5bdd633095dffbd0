import { Anchor, Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { routes } from "@/lib/routes";
import { ActionButton, ActionField, ActionForm } from "../action-form";
import { redeemCodeAction } from "../actions";
import { rememberedWhose } from "../doorway";
import { DoorwayPage } from "../doorway-page";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("codeTitle") };
}

/** The same page for an address we know and one we do not. */
export default async function CodePage() {
  const whose = await rememberedWhose();
  const t = await getTranslations("signIn");

  return (
    <DoorwayPage title={whose ? t("sentTitle") : t("codeTitle")}>
      {whose && (
        <Text>{"address" in whose ? t("sentTo", { address: whose.address.trim() }) : t("sentAgain")}</Text>
      )}
      {whose && <Text>{t("sentHow")}</Text>}
      <ActionForm action={redeemCodeAction}>
        {!whose && (
          <ActionField name="address" label={t("address")} type="email" autoComplete="email" size="md" />
        )}
        <ActionField
          name="code"
          label={t("code")}
          description={t("codeHelp")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          size="md"
        />
        <ActionButton>{t("confirm")}</ActionButton>
      </ActionForm>
      <Text size="sm">{t("nothingArrived")}</Text>
      <Anchor href={routes.signIn} size="sm">
        {t("otherAddress")}
      </Anchor>
    </DoorwayPage>
  );
}
