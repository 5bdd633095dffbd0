import { Anchor, Box, Text } from "@mantine/core";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { BirthForm, EntryCodeForm } from "@/app/my/_kit/second-fact";
import { SendButton } from "@/app/my/_kit/send-button";
import { signedInUser } from "@/lib/auth/session";
import { questionLinkPage } from "@/lib/patients/question-link-page";
import { routes } from "@/lib/routes";
import { freshLinkAction } from "../actions";
import { DoorwayPage } from "../doorway-page";
import { comeInByBirthAction, comeInByCodeAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("question.title") };
}

/** The link says who is asked. It leads on where they are signed in; everybody else is asked for the second fact. */
export default async function QuestionLinkPage({ searchParams }: PageProps<"/sign-in/question">) {
  const { token } = await searchParams;
  const t = await getTranslations("signIn");
  const door = typeof token === "string" ? await questionLinkPage(token) : null;
  if (!door) {
    return (
      <DoorwayPage title={t("unknownTitle")}>
        <Text>{t("unknown")}</Text>
        <Anchor href={routes.signIn}>{t("typeAddress")}</Anchor>
      </DoorwayPage>
    );
  }
  if ((await signedInUser())?.id === door.userId) redirect(door.landing);

  const entry = await getTranslations("entry");
  const { practice, phone, asksFor } = door;
  const values = { token: String(token) };
  if (!door.waits || door.isLocked) {
    const why = door.waits ? "locked" : "settled";
    return (
      <DoorwayPage title={t(`question.${why}Title`)}>
        <Text>{t(`question.${why}`, { practice, phone })}</Text>
        <PlainForm action={freshLinkAction} values={values}>
          <SendButton>{t("send")}</SendButton>
        </PlainForm>
      </DoorwayPage>
    );
  }
  const byCode = (
    <EntryCodeForm action={comeInByCodeAction} values={values} isSecond={asksFor === "either"} />
  );
  return (
    <DoorwayPage title={t("question.title")}>
      <Text>
        {asksFor === "code" ? entry("addressChanged", { practice, phone }) : t("question.why", { practice })}
      </Text>
      {asksFor === "code" ? (
        byCode
      ) : (
        <BirthForm
          action={comeInByBirthAction}
          values={values}
          legend={t("question.birth")}
          send={t("question.read")}
        />
      )}
      {asksFor === "either" && (
        <details>
          <summary>{entry("haveCode")}</summary>
          <Box mt="sm">{byCode}</Box>
        </details>
      )}
      {asksFor === "birth" && (
        <PlainForm action={freshLinkAction} values={values}>
          <Text size="sm">{t("question.otherWay")}</Text>
          <SendButton variant="default">{t("send")}</SendButton>
        </PlainForm>
      )}
      <Text size="sm">{entry("notYou", { practice, phone })}</Text>
    </DoorwayPage>
  );
}
