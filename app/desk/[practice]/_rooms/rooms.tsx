import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import type { OwnerRooms } from "@/lib/rooms/owner-rooms";
import type { Owner } from "@/lib/rooms/rules";
import { endRoomAction } from "./actions";
import { RoomForm } from "./room-form";
import classes from "./rooms.module.css";
import { ShowRoom } from "./show-room";

type Props = {
  practice: string;
  owner: Owner;
  /** As one says it: the patient's or the group's. */
  name: string;
  rooms: OwnerRooms;
  mayManage: boolean;
  timeZone: string;
};

/** The rooms of one patient or group, one line for each platform; nothing that lets in stands here unasked. */
export async function Rooms({ practice, owner, name, rooms, mayManage, timeZone }: Props) {
  const t = await getTranslations("rooms");
  const time = await timesIn(timeZone);
  if (rooms.platforms.length === 0) return <p className={tones.quiet}>{t("noPlatforms")}</p>;
  return (
    <ul className={classes.rooms}>
      {rooms.platforms.map(({ platformId, name: platform, isOfRecord, open, ended, takenBackAt }) => (
        <li key={platformId} aria-label={t("on", { platform })}>
          <div className={classes.what}>
            <strong>{platform}</strong>{" "}
            {isOfRecord && (
              <span className={classes.mark}>{t(rooms.toAgree.size > 0 ? "toAgree" : "ofRecord")}</span>
            )}
            {open ? (
              <p>
                {t("assigned", { date: time(open.assignedAt).date, name: open.assignedByName })}{" "}
                {t(open.hasWaitingRoom ? "waitingRoom" : "noWaitingRoom")} {t(`passcodes.${open.passcode}`)}
              </p>
            ) : (
              <p className={isOfRecord && rooms.lacksRoom ? tones.soon : tones.quiet}>
                {t(isOfRecord && rooms.lacksRoom ? "lacking" : "none")}
              </p>
            )}
            {ended.length > 0 && (
              <details>
                <summary>{t("earlier", { count: ended.length })}</summary>
                <ul className={classes.earlier}>
                  {ended.map(({ id, assignedAt, endedAt }) => (
                    <li key={id}>
                      {t("fromUntil", {
                        from: time(assignedAt).date,
                        until: endedAt ? time(endedAt).date : "",
                      })}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          {mayManage && (
            <div className={classes.acts}>
              {open && <ShowRoom practice={practice} roomId={open.id} platform={platform} />}
              <RoomForm
                key={open?.id ?? "new"}
                practice={practice}
                fields={{ ...owner, platformId, ...(open && { replaces: open.id }) }}
                platform={platform}
                name={marked(name)}
                consequence={
                  takenBackAt &&
                  t("takenBack", {
                    isGroup: String("groupId" in owner),
                    name: marked(name),
                    date: time(takenBackAt).date,
                    platform,
                  })
                }
              />
              {open && (
                <Act
                  action={endRoomAction.bind(null, practice)}
                  fields={{ roomId: open.id }}
                  label={t("end")}
                  consequence={{ words: t("endMeans", { platform }), goOn: t("endNow"), keep: t("keep") }}
                  done={{ words: t("ended", { platform, name: marked(name) }) }}
                />
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
