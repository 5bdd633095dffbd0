import { Anchor, Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ActionButton, ActionField, ActionForm } from "@/app/my/_kit/action-form";
import type { CodeFor } from "@/lib/auth/redeem-code";
import { routes } from "@/lib/routes";
import { freshLinkAction, redeemCodeAction, requestLinkAction } from "../actions";
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
      {whose && <SendAgain whose={whose} label={t("sendAgain")} />}
      <Anchor href={routes.signIn} size="sm">
        {t("otherAddress")}
      </Anchor>
    </DoorwayPage>
  );
}

/** To the same mailbox, whether or not anybody here knows it. */
function SendAgain({ whose, label }: { whose: CodeFor; label: string }) {
  const [name, value] = "address" in whose ? ["address", whose.address] : ["token", whose.token];
  return (
    <ActionForm action={name === "address" ? requestLinkAction : freshLinkAction}>
      <input type="hidden" name={name} value={value} />
      <ActionButton variant="default" size="md">
        {label}
      </ActionButton>
    </ActionForm>
  );
}
