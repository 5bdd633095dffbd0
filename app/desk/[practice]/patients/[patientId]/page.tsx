import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { viewPatient } from "@/lib/patients/view-patient";
import { patientPage } from "@/lib/screens/desk/patient";
import { Troubles } from "./_troubles/troubles";
import { Agreements } from "./agreements";
import { Consents } from "./consents";
import { Conversations } from "./conversations";
import { Documents } from "./documents";
import { Duties } from "./duties";
import { GroupsAndRooms } from "./groups-and-rooms";
import { Head } from "./head";
import { MeetingPart } from "./meeting";
import { Messages } from "./messages";
import classes from "./patient.module.css";
import { PatientHistory } from "./patient-history";
import { Wishes } from "./wishes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patients.one"))("title") };
}

/**
 * Whatever asks for this page is sent the record, so each such request is an opening and recorded as one;
 * links to it are plain, and nothing fetches it ahead.
 */
export default async function PatientPage({ params }: PageProps<"/desk/[practice]/patients/[patientId]">) {
  const { practice, patientId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  await orNotFound(ctx, viewPatient(ctx, { patientId }));
  const language = await requestLanguage();
  const page = await orNotFound(ctx, patientPage(ctx, patientId, language));
  const t = await getTranslations("patients.one");
  const placing = await getTranslations("placing.patient");
  const meeting = page.placing ? (["meeting"] as const) : [];
  const parts = [
    "consents",
    ...meeting,
    "rooms",
    "wishes",
    "conversations",
    "agreements",
    "documents",
    "messages",
    "story",
  ] as const;
  return (
    <Words
      of={[
        "agreements.form",
        "conversations.form",
        "formRefusals",
        "patients.entryCode",
        "placing.form",
        "requests.sendAgain",
        "rooms.form",
        "troubles.form",
        "wishes.form",
      ]}
    >
      <Head practice={practice} page={page} />
      <nav aria-label={t("parts")} className={classes.parts}>
        {parts.map((part) => (
          <a key={part} href={`#${part}`}>
            {part === "meeting" ? placing("title") : t(`part.${part}`)}
          </a>
        ))}
      </nav>
      <Consents practice={practice} page={page} />
      <Duties practice={practice} page={page} />
      <MeetingPart practice={practice} page={page} />
      <GroupsAndRooms practice={practice} patient={page.patient} meeting={page.rooms} />
      <Wishes practice={practice} page={page} />
      <Troubles practice={practice} patientId={patientId} page={page.troubles} />
      <Conversations practice={practice} page={page} />
      <Agreements practice={practice} page={page} />
      <Documents page={page} />
      <Messages page={page} />
      <PatientHistory practice={practice} page={page} />
    </Words>
  );
}
