import { Anchor, Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { PlainField, PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
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
      <PlainForm action={redeemCodeAction}>
        {!whose && (
          <PlainField name="address" label={t("address")} type="email" autoComplete="email" size="md" />
        )}
        <PlainField
          name="code"
          label={t("code")}
          description={t("codeHelp")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          size="md"
        />
        <SendButton>{t("confirm")}</SendButton>
      </PlainForm>
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
  return (
    <PlainForm action={"address" in whose ? requestLinkAction : freshLinkAction} values={whose}>
      <SendButton variant="default" size="md">
        {label}
      </SendButton>
    </PlainForm>
  );
}
