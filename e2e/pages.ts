import { beginDraft } from "@/lib/drafts/begin-draft";
import { routes } from "@/lib/routes";
import { madeClaim } from "./claims";
import { answeredRequest, requestOf, type StoryPatient } from "./people";
import { platformOf, wishOf } from "./platforms";
import { demoStaff } from "./practices";
import { groupOf, roomOf } from "./rooms";

export type Shown = { title: string; path: string };

type Reader = "anybody" | "staff" | "patient" | "newcomer";
type Place = { reader: Reader; path: string } | "no page";

/** Every address of the product and who reads it; a new one is a type error here until somebody says so. */
export async function everyPage(patient: StoryPatient, open: string, answered: string) {
  const { slug, texts } = patient.practice;
  const requestId = (await requestOf(patient, open)).id;
  const { requestId: doneId, answerId } = await answeredRequest(patient, answered);
  const drafted = texts.get(open) ?? "";
  await beginDraft(patient.practice.staff.owner, drafted);
  const groupId = await groupOf(patient.practice, patient.id);
  await roomOf(patient.practice, { patientId: patient.id });
  const staff = (path: string): Place => ({ reader: "staff", path });
  const own = (path: string): Place => ({ reader: "patient", path });
  const places: Record<keyof typeof routes, Place> = {
    home: { reader: "anybody", path: routes.home },
    signIn: { reader: "anybody", path: routes.signIn },
    signInCode: { reader: "anybody", path: routes.signInCode },
    confirm: { reader: "anybody", path: `${routes.confirm}?token=unknown` },
    questionLink: { reader: "anybody", path: `${routes.questionLink}?token=unknown` },
    verify: { reader: "anybody", path: routes.verify },
    setUp: { reader: "anybody", path: routes.setUp },
    devMail: { reader: "anybody", path: routes.devMail },

    ownPractices: own(routes.ownPractices),
    my: own(routes.my(slug)),
    myEntry: { reader: "newcomer", path: routes.myEntry(slug) },
    request: own(routes.request(slug, requestId)),
    answered: own(routes.answered(slug, doneId)),
    myConsents: own(routes.myConsents(slug)),
    withdraw: own(routes.withdraw(slug, answerId)),
    takenBack: own(routes.takenBack(slug, patient.id)),
    myPlatform: own(routes.myPlatform(slug)),
    readTradeOff: own(routes.readTradeOff(slug, await wishOf(patient))),
    myDocuments: own(routes.myDocuments(slug)),
    join: own(routes.join(slug)),
    records: own(`${routes.records(slug)}?patient=${patient.id}`),
    myActivity: own(routes.myActivity(slug)),
    mySafeguards: own(routes.mySafeguards(slug)),

    desk: staff(routes.desk(slug)),
    board: staff(routes.board(slug)),
    patients: staff(routes.patients(slug)),
    newPatient: staff(routes.newPatient(slug)),
    patient: staff(routes.patient(slug, patient.id)),
    editPatient: staff(routes.editPatient(slug, patient.id)),
    groups: staff(routes.groups(slug)),
    group: staff(routes.group(slug, groupId)),
    ask: staff(`${routes.ask(slug)}?patient=${patient.id}`),
    requests: staff(routes.requests(slug)),
    onPaper: staff(routes.onPaper(slug, requestId)),
    disclosures: staff(routes.disclosures(slug)),
    disclosure: staff(routes.disclosure(slug, texts.get(open) ?? "")),
    newDisclosure: staff(routes.newDisclosure(slug)),
    draft: staff(routes.draft(slug, drafted)),
    draftOnPhone: staff(routes.draftOnPhone(slug, drafted, "es")),
    draftOnPaper: staff(routes.draftOnPaper(slug, drafted, "en")),
    publish: staff(routes.publish(slug, drafted)),
    compareVersions: staff(routes.compareVersions(slug, texts.get(open) ?? "")),
    platforms: staff(routes.platforms(slug)),
    rooms: staff(routes.rooms(slug)),
    wishes: staff(routes.wishes(slug)),
    platformRequest: staff(routes.platformRequest(slug, await wishOf(patient))),
    platform: staff(routes.platform(slug, await platformOf(patient.practice))),
    meetingLinks: staff(routes.meetingLinks(slug, await platformOf(patient.practice))),
    watch: staff(routes.watch(slug)),
    safeguards: staff(routes.safeguards(slug)),
    safeguard: staff(routes.safeguard(slug, await madeClaim(patient.practice))),
    documents: staff(routes.documents(slug)),
    audit: staff(routes.audit(slug)),
    movePractice: staff(routes.movePractice(slug)),
    settings: staff(routes.settings(slug)),

    draftFile: "no page",
    practiceTexts: "no page",
    // People who are asked again are of the stories that make them.
    campaign: "no page",

    auditExport: "no page",
    boardExport: "no page",
    agreements: "no page",
    agreement: "no page",
    attestations: "no page",
    attestation: "no page",
    document: "no page",
    accessTest: "no page",
    accessTestInPage: "no page",
    documentStanding: "no page",
    offlineVerifier: "no page",
    certificates: "no page",
    checkpoint: "no page",
    health: "no page",
    ready: "no page",
  };
  return (reader: Reader): Shown[] =>
    Object.entries(places).flatMap(([title, place]) =>
      place !== "no page" && place.reader === reader ? [{ title, path: place.path }] : [],
    );
}

/** Who reads the staff pages in full. */
export const staffReader = demoStaff.owner;
