import { Anchor, Stack, Text } from "@mantine/core";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoorwayPage } from "@/app/sign-in/doorway-page";
import { SignOutButton } from "@/app/sign-in/sign-out-button";
import { ownPractices } from "@/lib/auth/own-practices";
import { signInFor } from "@/lib/auth/paths";
import { signedInUser } from "@/lib/auth/session";
import { routes } from "@/lib/routes";

export async function generateMetadata() {
  return { title: (await getTranslations("ownPractices"))("title") };
}

export default async function WorldsPage() {
  const user = await signedInUser();
  if (!user) redirect(signInFor(routes.ownPractices));
  const open = await ownPractices(user.belongs);
  const [only, ...others] = open;
  if (only && others.length === 0) redirect(only.href);
  const t = await getTranslations("ownPractices");

  return (
    <DoorwayPage title={only ? t("title") : t("noneTitle")}>
      <Text>{only ? t("intro", { count: open.length }) : t("none")}</Text>
      <Stack component="ul" gap="sm" m={0} p={0}>
        {open.map(({ href, name, kind }) => (
          <li key={href} style={{ listStyle: "none" }}>
            <Anchor href={href} size="lg">
              {t(kind, { practice: name })}
            </Anchor>
          </li>
        ))}
      </Stack>
      <SignOutButton />
    </DoorwayPage>
  );
}
