import { getTranslations } from "next-intl/server";
import { wherePhrase } from "@/app/_ui/where-phrase";
import { Act } from "@/app/desk/_kit/act";
import { marked, Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { endRoomAction } from "@/app/desk/[practice]/_rooms/actions";
import { RoomForm } from "@/app/desk/[practice]/_rooms/room-form";
import { asOwner } from "@/lib/rooms/rules";
import { routes } from "@/lib/routes";
import type { roomsPage } from "@/lib/screens/desk/rooms";

type Row = Awaited<ReturnType<typeof roomsPage>>["rows"][number];
type Props = { practice: string; row: Row; dateOf: (at: Date) => string };

/** Who meets there, in which meeting since when, and the one step: to give one, or to end one nobody meets in. */
export async function RoomLine({ practice, row, dateOf }: Props) {
  const t = await getTranslations("rooms.list");
  const { owner, platform, room, ending, meetsOn } = row;
  const isGroup = owner.kind === "group";
  return (
    <tr data-row>
      <th scope="row">
        <a href={isGroup ? routes.group(practice, owner.id) : `${routes.patient(practice, owner.id)}#rooms`}>
          <Name>{owner.name}</Name>
        </a>
        {isGroup && <span className={`${tones.small} ${tones.quiet}`}>{t("group")}</span>}
      </th>
      <td data-label={t("platform")}>{platform.name}</td>
      <td data-label={t("meeting")}>
        <span>
          {room ? t("since", { date: dateOf(room.assignedAt), name: room.assignedByName }) : t("lacking")}
          {ending && <span className={`${tones.small} ${tones.quiet}`}>{t("ending", { ending })}</span>}
          {meetsOn && (
            <span className={`${tones.small} ${tones.soon}`}>
              {t("elsewhere", { where: (await wherePhrase())(meetsOn) })}
            </span>
          )}
        </span>
      </td>
      <td>
        <Step practice={practice} row={row} dateOf={dateOf} />
      </td>
    </tr>
  );
}

async function Step({ practice, row, dateOf }: Props) {
  const t = await getTranslations("rooms");
  const { owner, platform, room, meetsOn, takenBackAt, mayGive } = row;
  if (!mayGive) return null;
  const name = marked(owner.name);
  if (!room) {
    const taken = { isGroup: String(owner.kind === "group"), name, platform: platform.name };
    return (
      <RoomForm
        practice={practice}
        fields={{ ...asOwner(owner), platformId: platform.id }}
        platform={platform.name}
        name={name}
        consequence={takenBackAt && t("takenBack", { ...taken, date: dateOf(takenBackAt) })}
      />
    );
  }
  if (!meetsOn) return null;
  return (
    <Act
      action={endRoomAction.bind(null, practice)}
      fields={{ roomId: room.id }}
      label={t("end")}
      consequence={{ words: t("endMeans", { platform: platform.name }), goOn: t("endNow"), keep: t("keep") }}
      done={{ words: t("ended", { platform: platform.name, name }) }}
    />
  );
}
