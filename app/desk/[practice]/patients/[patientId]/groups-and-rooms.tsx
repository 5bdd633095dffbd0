import { getLocale, getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { Rooms } from "@/app/desk/[practice]/_rooms/rooms";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import type { PatientRoomsData } from "@/lib/screens/desk/patient-rooms";
import classes from "./patient.module.css";

type Props = { practice: string; patient: PatientPageData["patient"]; meeting: PatientRoomsData };

/** The meetings this patient has of their own, and the groups they belong to with theirs. */
export async function GroupsAndRooms({ practice, patient, meeting }: Props) {
  const t = await getTranslations("rooms");
  const groups = await getTranslations("groups");
  const language = await getLocale();
  const { rooms } = meeting;
  const lacking = rooms.lacksRoom && rooms.ofRecord;
  return (
    <section id="rooms" aria-label={t("title")} className={classes.section}>
      <h2>{t("title")}</h2>
      {lacking && <p className={tones.soon}>{t("lackingOn", { platform: lacking.name })}</p>}
      <Rooms
        practice={practice}
        owner={{ patientId: patient.id }}
        name={patient.legalName}
        rooms={rooms}
        mayManage={meeting.mayManage}
        timeZone={meeting.timeZone}
      />
      <h3>{groups("title")}</h3>
      {meeting.groups.length === 0 && <p className={tones.quiet}>{t("noGroups")}</p>}
      <ul className={classes.story}>
        {meeting.groups.map((group) => (
          <li key={`${group.id} ${group.joinedOn}`}>
            <span className={tones.quiet}>
              {group.leftOn
                ? t("fromUntil", {
                    from: shownDay(group.joinedOn, language),
                    until: shownDay(group.leftOn, language),
                  })
                : t("since", { day: shownDay(group.joinedOn, language) })}
            </span>
            <div>
              <a href={routes.group(practice, group.id)}>
                <Name>{group.name}</Name>
              </a>
              <span className={tones.quiet}>, {groups(`kind.${group.kind}`)}. </span>
              {group.isCurrent && (
                <span className={group.rooms.lacksRoom ? tones.soon : undefined}>
                  {group.rooms.ofRecord?.name ?? groups("unknownPlatform")}
                  {group.rooms.lacksRoom && `, ${groups("noRoom")}`}
                </span>
              )}
              {group.endedAt && <span className={tones.quiet}>{groups("ended")}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
