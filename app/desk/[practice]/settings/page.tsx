import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Listing, PageHead } from "@/app/desk/_kit/list";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { staffRoles } from "@/lib/context";
import { askingFacts } from "@/lib/practices/asking-rules";
import { routes } from "@/lib/routes";
import { personalMeetingsPage } from "@/lib/screens/desk/personal-meetings";
import { settingsPage } from "@/lib/screens/desk/settings";
import { AskingFacts } from "./asking-facts";
import { AskingForm } from "./asking-form";
import { InviteForm } from "./invite-form";
import { LetInAgain } from "./let-in-again";
import { PersonalMeetings } from "./personal-meetings";
import { PlatformRulesSetting } from "./platform-rules-setting";
import { PublicPageSetting } from "./public-page-setting";
import { RoleChanges } from "./role-changes";
import classes from "./settings.module.css";
import { SettingsForm } from "./settings-form";
import { WitnessSetting } from "./witness-setting";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ params }: PageProps<"/desk/[practice]/settings">) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await staffContext(slug);
  const { practice, staff, seals, witnessing, mayManageStaff, mayChange } = await orNotFound(
    ctx,
    settingsPage(ctx),
  );
  const personal = await orNotFound(ctx, personalMeetingsPage(ctx));
  const t = await getTranslations("settings");
  const asking = await getTranslations("settings.asking");
  const time = await timesIn(practice.timeZone);
  const { name, phone, timeZone, crisisLine } = practice;
  const address = [t("address"), practice.slug];
  const facts = [
    [t("name"), name],
    address,
    [t("phone"), phone],
    [t("crisisLine"), `${crisisLine.en} / ${crisisLine.es}`],
    [t("timeZone"), `${timeZone} (${time(practice.createdAt).zone})`],
  ];
  return (
    <Words
      of={[
        "formRefusals",
        "rooms.form.personal",
        "settings.asking",
        "settings.form",
        "settings.invite",
        "settings.letInAgain",
        "settings.platformRules",
        "settings.witnessing",
      ]}
    >
      <PageHead title={t("title")} />
      <dl className={classes.facts}>
        {(mayChange ? [address] : facts).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayChange && (
        <SettingsForm
          practice={slug}
          settings={{ name, phone, timeZone, crisisLine }}
          timeZones={zonesWith(timeZone)}
        />
      )}

      <PublicPageSetting practice={slug} isPublic={practice.publishesTexts} mayChange={mayChange} />
      <h2>{asking("title")}</h2>
      {mayChange ? (
        <AskingForm practice={slug} settings={askingFacts(practice)} />
      ) : (
        <AskingFacts settings={askingFacts(practice)} />
      )}
      <PlatformRulesSetting practice={slug} rules={practice} mayChange={mayChange} />

      <h2>{t("people")}</h2>
      <dl className={classes.facts}>
        {staffRoles.map((role) => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`roleMeans.${role}`)}</dd>
          </div>
        ))}
      </dl>
      <Listing caption={t("people")}>
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("email")}</th>
            <th scope="col">{t("roles")}</th>
            {mayManageStaff && <th scope="col">{t("change")}</th>}
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => (
            <tr key={member.id} data-row>
              <th scope="row">{member.name}</th>
              <td data-label={t("email")}>{member.email}</td>
              <td data-label={t("roles")}>
                {member.roles.map((role) => t(`role.${role}`)).join(", ") || t("left")}
              </td>
              {mayManageStaff && (
                <td>
                  {member.roles.length === 0 ? (
                    <LetInAgain practice={slug} staffId={member.id} name={member.name} />
                  ) : (
                    <RoleChanges practice={slug} member={member} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Listing>
      {mayManageStaff && <InviteForm practice={slug} />}

      {personal && <PersonalMeetings practice={slug} meetings={personal} timeZone={practice.timeZone} />}

      <h2>{t("seal")}</h2>
      {seals.length === 0 && <p className={tones.quiet}>{t("noSeal")}</p>}
      <ul className={classes.seals}>
        {seals.map((seal) => (
          <li key={seal.sha256}>
            <p>{t("sealMade", { date: time(seal.madeAt).date, until: time(seal.until).date })}</p>
            <p className={classes.fingerprint}>
              {t("fingerprint")} <code>{seal.sha256}</code>
            </p>
          </li>
        ))}
      </ul>
      <a href={routes.certificates(slug)}>{t("certificates")}</a>
      <WitnessSetting practice={slug} witnessing={witnessing} mayChange={mayChange} time={time} />
    </Words>
  );
}

/** The one that is set may go by a name that is no longer listed. */
function zonesWith(current: string): string[] {
  return [...new Set([current, ...Intl.supportedValuesOf("timeZone")])].sort();
}
