import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { signOutAction } from "./actions";

/** Works without JavaScript; clears the session of this browser. Patients leave, staff sign out. */
export async function SignOutButton({ word = "signOut" }: { word?: "signOut" | "leave" }) {
  const t = await getTranslations("common");
  return (
    <form action={signOutAction}>
      <Button type="submit" variant="subtle" size="compact-md">
        {t(word)}
      </Button>
    </form>
  );
}
