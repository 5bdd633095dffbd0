import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { marked, Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { Rooms } from "@/app/desk/[practice]/_rooms/rooms";
import patient from "@/app/desk/[practice]/patients/[patientId]/patient.module.css";
import { placeGroupAction } from "@/app/desk/[practice]/platforms/actions";
import { PlaceStep } from "@/app/desk/[practice]/platforms/place-step";
import { staffContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import { routes } from "@/lib/routes";
import { groupPage } from "@/lib/screens/desk/group";
import { endGroupAction } from "../actions";
import { JoinForm } from "./join-form";
import { Members } from "./members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("one") };
}

export default async function GroupPage({ params }: PageProps<"/desk/[practice]/groups/[groupId]">) {
  const { practice, groupId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, groupPage(ctx, groupId, await requestLanguage()));
  const { group, rooms, mayManage } = page;
  const t = await getTranslations("groups");
  const placing = await getTranslations("placing.patient");
  const time = await timesIn(page.timeZone);
  const name = marked(group.name);
  const language = await getLocale();
  const facts = [
    [t("kindLabel"), t(`kind.${group.kind}`)],
    [t("treating"), group.treatingName],
    [t("madeOn"), time(group.madeAt).date],
    [t("meets"), rooms.ofRecord?.name ?? t("unknownPlatform")],
    ...(rooms.ofRecord?.isOwn ? [[t("agreedSince"), time(rooms.ofRecord.since).date]] : []),
  ];
  return (
    <Words of={["formRefusals", "groups.form", "patients.picker", "placing.form", "rooms.form"]}>
      <p>
        <a href={routes.groups(practice)}>{t("toAll")}</a>
      </p>
      <div className={patient.head}>
        <div className={patient.title}>
          <h1>
            <Name>{group.name}</Name>
          </h1>
        </div>
        <dl className={patient.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {group.endedAt && (
          <p className={patient.notice}>{t("endedNotice", { date: time(group.endedAt).date })}</p>
        )}
      </div>

      <section aria-label={t("members")} className={patient.section}>
        <h2>{t("members")}</h2>
        <Members practice={practice} page={page} language={language} />
        {mayManage && <JoinForm practice={practice} groupId={groupId} people={page.people} day={page.day} />}
      </section>

      <section aria-label={t("rooms")} className={patient.section}>
        <h2>{t("rooms")}</h2>
        {page.mayPlace && (
          <div className={patient.actions}>
            <PlaceStep
              practice={practice}
              owner={{ groupId }}
              choices={page.choices.map((one) => ({
                id: one.id,
                name: platformName(one, asLanguage(language)),
              }))}
              day={page.day}
              name={name}
            />
            {rooms.ofRecord?.isOwn && (
              <Act
                action={placeGroupAction.bind(null, practice)}
                fields={{ groupId, platformId: "", from: "" }}
                label={placing("back")}
                done={{ words: placing("wentBack", { name }) }}
              />
            )}
          </div>
        )}
        <p className={tones.quiet}>{t("roomsWhat")}</p>
        <Rooms
          practice={practice}
          owner={{ groupId }}
          name={group.name}
          rooms={rooms}
          mayManage={page.mayManageRooms}
          timeZone={page.timeZone}
        />
      </section>

      {mayManage && (
        <section aria-label={t("ending")} className={patient.section}>
          <h2>{t("ending")}</h2>
          <Act
            action={endGroupAction.bind(null, practice)}
            fields={{ groupId }}
            label={t("end")}
            consequence={{ words: t("endMeans", { name }), goOn: t("endNow"), keep: t("keep") }}
            done={{ words: t("endedNow", { name }) }}
          />
        </section>
      )}
    </Words>
  );
}
