import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { signOutAction } from "./actions";

/** Works without JavaScript; clears the session of this browser. */
export async function SignOutButton() {
  const t = await getTranslations("common");
  return (
    <form action={signOutAction}>
      <Button type="submit" variant="subtle" size="compact-md">
        {t("signOut")}
      </Button>
    </form>
  );
}
