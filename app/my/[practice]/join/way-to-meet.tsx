import { getTranslations } from "next-intl/server";
import { WayToAgree } from "@/app/my/[practice]/to-agree";
import { endOf } from "@/lib/dialling";
import { routes } from "@/lib/routes";
import type { joinPage, WayToMeet } from "@/lib/screens/my/join";
import { openOwnRoomAction } from "./actions";
import classes from "./join.module.css";
import { type LinkWords, MyLink } from "./my-link";
import { PhoneLinks } from "./phone-links";

type Person = Awaited<ReturnType<typeof joinPage>>["people"][number];
type Props = { practice: string; way: WayToMeet; person: Person; phone: string; level: 2 | 3 };

/** One way to meet: with one's therapist, or in a group that goes by its name alone. */
export async function Way({ practice, way, person, phone, level }: Props) {
  const t = await getTranslations("rooms.join");
  const { groupName, platform, roomId, toAgree } = way;
  const Heading = level === 2 ? "h2" : "h3";
  const title = groupName ? t("inGroup", { group: groupName }) : t("alone");
  return (
    <section className={classes.way} aria-label={title}>
      <Heading>{title}</Heading>
      {!platform && (
        <p>
          <PhoneLinks>{t("unknown", { phone })}</PhoneLinks>
        </p>
      )}
      {platform?.kind === "video" && (
        <>
          {toAgree ? (
            <>
              <p>
                <WayToAgree platform={platform} toAgree={toAgree} />
              </p>
              <p>
                <PhoneLinks>{t("beforeThat", { phone })}</PhoneLinks>{" "}
                <a href={routes.myPlatform(practice)}>{t("anotherWay")}</a>
              </p>
              {roomId && <p>{t("linkStays")}</p>}
            </>
          ) : (
            <p>{t("video", { platform: platform.name })}</p>
          )}
          {roomId ? (
            <>
              <MyLink
                act={openOwnRoomAction.bind(null, practice)}
                roomId={roomId}
                label={groupName ? t("showOf", { group: groupName }) : t("show")}
                words={await linkWords(platform.name)}
              />
              <p>{t(way.hasWaitingRoom ? "waitingRoom" : "noWaitingRoom")}</p>
            </>
          ) : (
            !toAgree && (
              <p>
                <PhoneLinks>{t("noRoom", { phone })}</PhoneLinks>
              </p>
            )
          )}
        </>
      )}
      {platform?.kind === "phone" && (
        <p>
          {person.phone ? (
            t("phone", { ending: endOf(person.phone) })
          ) : (
            <PhoneLinks>{t("phoneMissing", { phone })}</PhoneLinks>
          )}
        </p>
      )}
      {platform?.kind === "in-person" && (
        <p>
          <PhoneLinks>{t("inPerson", { phone })}</PhoneLinks>
        </p>
      )}
    </section>
  );
}

async function linkWords(platform: string): Promise<LinkWords> {
  const t = await getTranslations("rooms.join");
  return {
    show: t("show"),
    link: t("link"),
    leadsTo: t("leadsTo"),
    number: t("number"),
    numberHelp: t("numberHelp", { platform }),
    passcode: t("passcode"),
    passcodeInLink: t("passcodeInLink"),
    noPasscode: t("noPasscode"),
    copy: t("copy"),
    copied: t("copied"),
    looked: t("looked"),
  };
}
