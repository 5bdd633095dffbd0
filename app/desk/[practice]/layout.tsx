import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/app/_i18n/language-switch";
import { checkedParams } from "@/app/_ui/checked-params";
import { Presence } from "@/app/_ui/presence/presence";
import classes from "@/app/desk/_kit/desk.module.css";
import { DoneLine } from "@/app/desk/_kit/done-line";
import { Frame } from "@/app/desk/_kit/frame";
import { HideNames } from "@/app/desk/_kit/hide-names";
import { Keyboard } from "@/app/desk/_kit/keyboard";
import { namesCookie } from "@/app/desk/_kit/names-cookie";
import { placesOf } from "@/app/desk/_kit/places";
import { SchemeSwitch } from "@/app/desk/_kit/scheme-switch";
import { SignOutButton } from "@/app/sign-in/sign-out-button";
import { otherPractices, staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { deskFrame } from "@/lib/screens/desk/frame";

export default async function DeskLayout({ children, params }: LayoutProps<"/desk/[practice]">) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await staffContext(slug);
  const { practice, person, may } = await deskFrame(ctx);
  const t = await getTranslations("desk.frame");
  const isHidden = (await cookies()).get(namesCookie)?.value === "hidden";
  const elsewhere = await otherPractices(routes.desk(slug));

  const places = placesOf(slug, may).map(({ key, pages }) => ({
    label: t(`place.${key}`),
    pages: pages.map((page) => ({ href: page.href, label: t(`page.${page.key}`) })),
  }));
  const tools = (
    <>
      <span className={classes.who}>
        {t("signedInAs", { name: person.name })}
        {person.roles.length > 0 && ` (${person.roles.map((role) => t(`role.${role}`)).join(", ")})`}
      </span>
      {elsewhere.map((other) => (
        <a key={other.href} href={other.href}>
          {t("switchTo", { name: other.name, kind: other.kind })}
        </a>
      ))}
      <HideNames hidden={isHidden} labels={{ hide: t("hideNames"), show: t("showNames") }} />
      <SchemeSwitch label={t("scheme")} />
      <Keyboard labels={keyboardLabels(t)} />
      <LanguageSwitch />
      <SignOutButton />
    </>
  );
  return (
    <div data-names={isHidden ? "hidden" : "shown"}>
      <Frame
        home={{ href: routes.desk(slug), label: practice.name }}
        places={places}
        labels={{ nav: t("nav"), menu: t("menu") }}
        tools={tools}
      />
      <Presence as="staff" here={routes.desk(slug)} />
      <main id="main" className={classes.main}>
        <DoneLine close={t("closeDone")}>{children}</DoneLine>
      </main>
    </div>
  );
}

function keyboardLabels(t: Awaited<ReturnType<typeof getTranslations<"desk.frame">>>) {
  const keys: [string, string][] = [
    ["/", t("keys.search")],
    ["j", t("keys.next")],
    ["k", t("keys.previous")],
    ["L", t("keys.lock")],
    ["?", t("keys.help")],
  ];
  return { button: t("keys.button"), title: t("keys.title"), close: t("keys.close"), keys };
}
