import { getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import { Listing } from "@/app/desk/_kit/list";
import { marked, Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";
import type { GroupPageData } from "@/lib/screens/desk/group";
import { LeaveForm } from "./leave-form";

type Props = { practice: string; page: GroupPageData; language: string };

/** Everybody who belongs or belonged, from which day until which. */
export async function Members({ practice, page, language }: Props) {
  const t = await getTranslations("groups");
  const { group, mayManage, day } = page;
  const hasSteps = mayManage && group.members.some(({ leftOn }) => !leftOn);
  return (
    <Listing caption={t("members")}>
      <thead>
        <tr>
          <th scope="col">{t("member")}</th>
          <th scope="col">{t("joined")}</th>
          <th scope="col">{t("left")}</th>
          {hasSteps && <th scope="col">{t("step")}</th>}
        </tr>
      </thead>
      <tbody>
        {group.members.map(({ id, patientId, legalName, joinedOn, leftOn, isReached }) => (
          <tr key={id} data-row>
            <th scope="row">
              {isReached ? (
                <a href={routes.patient(practice, patientId)}>
                  <Name>{legalName}</Name>
                </a>
              ) : (
                <Name>{legalName}</Name>
              )}
            </th>
            <td data-label={t("joined")}>{shownDay(joinedOn, language)}</td>
            <td data-label={t("left")}>
              {leftOn ? (
                shownDay(leftOn, language)
              ) : (
                <span className={tones.quiet}>{t(group.endedAt ? "untilTheEnd" : "belongs")}</span>
              )}
            </td>
            {hasSteps && (
              <td>
                {!leftOn && (
                  <LeaveForm
                    practice={practice}
                    fields={{ groupId: group.id, patientId }}
                    name={marked(legalName)}
                    joinedOn={joinedOn}
                    day={day}
                  />
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Listing>
  );
}
