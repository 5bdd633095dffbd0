import { getTranslations } from "next-intl/server";
import { signInFor } from "@/lib/auth/paths";
import { idleLimit } from "@/lib/auth/rules";
import { signedInUser } from "@/lib/auth/session";
import { PresenceWatch } from "./presence-watch";

/** Covers a page nobody has touched for as long as a session lasts without its person (45 CFR 164.312(a)(2)(iii)). */
export async function Presence({ as, here }: { as: keyof typeof idleLimit; here: string }) {
  const user = await signedInUser();
  if (!user) return null;
  const t = await getTranslations("presence");
  return (
    <PresenceWatch
      who={user.id}
      limit={idleLimit[as]}
      signIn={signInFor(here)}
      words={{
        asking: t("asking"),
        closesSoon: t("closesSoon"),
        here: t("here"),
        closed: t("closed"),
        kept: t("kept"),
        signIn: t("signIn"),
        goOn: t("goOn"),
        notYet: t("notYet"),
      }}
    />
  );
}
