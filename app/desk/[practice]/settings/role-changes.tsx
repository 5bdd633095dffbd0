import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import { type StaffRole, staffRoles } from "@/lib/context";
import { roleLoss } from "@/lib/roles";
import { endRoleAction, grantRoleAction } from "./actions";
import classes from "./settings.module.css";

type Member = { id: string; name: string; roles: StaffRole[]; treats: number };

/** The roles one holds can be ended, the others given, each after the words of what that means. */
export async function RoleChanges({ practice, member }: { practice: string; member: Member }) {
  const t = await getTranslations("settings");
  const { id: staffId, name, roles, treats } = member;
  return (
    <div className={classes.roles}>
      {staffRoles.map((role) => {
        const held = roles.includes(role);
        const slots = { name, role: t(`role.${role}`), means: t(`roleMeans.${role}`), treats };
        return held ? (
          <Act
            key={role}
            action={endRoleAction.bind(null, practice)}
            fields={{ staffId, role }}
            label={t("end", slots)}
            consequence={{
              words: t(`loss.${roleLoss(roles, role)}`, slots),
              goOn: t("endNow"),
              keep: t("keep"),
            }}
            done={{ words: t(roles.length === 1 ? "hasLeft" : "ended", slots) }}
          />
        ) : (
          <Act
            key={role}
            action={grantRoleAction.bind(null, practice)}
            fields={{ staffId, role }}
            label={t("give", slots)}
            consequence={{ words: t("gain", slots), goOn: t("giveNow"), keep: t("keep") }}
            done={{ words: t("given", slots) }}
          />
        );
      })}
    </div>
  );
}
