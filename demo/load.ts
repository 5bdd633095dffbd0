import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { practiceSlugs } from "@/db/schema";
import type { DemoDisclosure } from "@/demo/texts/demo-disclosure";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import type { StaffContext, StaffRole } from "@/lib/context";
import { today } from "@/lib/dates";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { env } from "@/lib/env";
import { withClock } from "@/lib/frozen-clock";
import { lookAcross } from "@/lib/in-practice";
import { addPatient } from "@/lib/patients/add-patient";
import { noteFirstMeeting } from "@/lib/patients/note-first-meeting";
import { createPractice } from "@/lib/practices/create-practice";
import { inviteStaff } from "@/lib/practices/invite-staff";
import { harborPatients, lakesidePatients } from "./harbor-patients";
import { playStep, settleMessages } from "./play-story";
import { publishFirst, publishNext } from "./publish-text";
import type { DemoPatient, Step } from "./story";
import { harborUsualTexts } from "./usual-texts";
import { type DemoEvent, harborWays, lakesideWays } from "./ways-to-meet";
import type { DemoStaff, DemoWorld, Player } from "./world";
import { zone } from "./zone";

const day = 86_400_000;
const openedDaysAgo = 300;

/** When each version was published, came into force, and until when earlier answers count after that; in days ago. */
const laterVersions: Record<string, { published: number; effective: number; earlierUntil: number | null }> = {
  "video-platform": { published: 21, effective: 14, earlierUntil: null },
  "session-recording": { published: 40, effective: 30, earlierUntil: -20 },
};

/** Makes the two demo practices with their past, once. Everything but mail goes through the operations people use. */
export async function loadDemo(tell: Progress = () => {}): Promise<void> {
  if (await isDemoBegun()) return;
  const steps = (people: DemoPatient[]) => people.flatMap(({ story }) => story).length;
  const total = steps(harborPatients) + steps(lakesidePatients);
  let done = 0;
  const step = () => tell(++done, total);
  const ways = [...harborWays, harborUsualTexts];
  await loadPractice(harbor, { people: harborPatients, texts: demoDisclosures, ways }, step);
  const texts = demoDisclosures.map(forLakeside);
  await loadPractice(lakeside, { people: lakesidePatients, texts, ways: lakesideWays }, step);
  mkdirSync(env().dataDir, { recursive: true });
  writeFileSync(completeMark(), "");
}

/** Left when the demo is whole, so that one that was interrupted is known. */
export function isDemoComplete(): boolean {
  return existsSync(completeMark());
}

const completeMark = () => path.join(env().dataDir, "demo-complete");

export async function isDemoBegun(): Promise<boolean> {
  const [harbored] = await lookAcross((tx) =>
    tx.select().from(practiceSlugs).where(eq(practiceSlugs.slug, harbor.slug)),
  );
  return harbored !== undefined;
}

/** How many steps of the demo's past are played, of how many. */
type Progress = (done: number, total: number) => void;

type DemoPractice = {
  slug: string;
  name: string;
  phone: string;
  people: { role: StaffRole; name: string; email: string }[];
};

const harbor: DemoPractice = {
  slug: "harbor",
  name: "Harbor",
  phone: "(555) 010-0100",
  people: [
    { role: "owner", name: "Dr. Samuel Okafor", email: "owner@harbor.test" },
    { role: "therapist", name: "Dr. Elena Reyes", email: "therapist@harbor.test" },
    { role: "office", name: "Nina Walsh", email: "office@harbor.test" },
    { role: "auditor", name: "Tom Becker", email: "auditor@harbor.test" },
  ],
};

const lakeside: DemoPractice = {
  slug: "lakeside",
  name: "Lakeside",
  phone: "(555) 010-0200",
  people: [{ role: "owner", name: "Dr. Ruth Lindqvist", email: "owner@lakeside.test" }],
};

/** After these something waits to be sealed. */
const sealed: readonly Step["what"][] = ["answered", "took-back", "explained", "signed-trade-off"];

type Moment = { at: Date; act: (now: Date) => Promise<unknown> };

async function loadPractice(
  practice: DemoPractice,
  { people, texts, ways }: { people: DemoPatient[]; texts: DemoDisclosure[]; ways: readonly DemoEvent[] },
  step: () => void,
) {
  const now = Date.now();
  const daysAgo = (days: number, hours = 0) => new Date(now - days * day + hours * 3_600_000);
  const staff = await withClock(daysAgo(openedDaysAgo + 1), () =>
    makePractice(practice, daysAgo(openedDaysAgo + 1)),
  );
  const disclosures = new Map<string, string>();
  const world: DemoWorld = { staff, disclosures, platforms: new Map(), patients: new Map() };
  const dayOf = (days: number) => today(daysAgo(days), zone);

  const moments = [
    ...ways.map(({ daysAgo: days, act }) => ({ at: daysAgo(days, 1), act: () => act(world, dayOf) })),
    ...texts.flatMap((text) => publishings(text, world, daysAgo)),
    ...people.flatMap((person) => lifeOf(person, world, daysAgo, step)),
  ];
  for (const { at, act } of moments.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await withClock(at, () => act(at));
  }
}

async function makePractice(practice: DemoPractice, at: Date): Promise<DemoStaff> {
  const [owner, ...others] = practice.people;
  if (!owner) throw new Error("A practice has an owner");
  const { slug, name, phone } = practice;
  const made = await createPractice("demo", {
    slug,
    name,
    phone,
    timeZone: zone,
    crisisLine: { en: "988 or 911", es: "988 (pulse 2) o 911" },
    owner: { name: owner.name, email: owner.email, treatsPatients: others.length === 0 },
  });
  const context = (staffId: string, userId: string, roles: StaffRole[]): StaffContext => ({
    kind: "staff",
    practiceId: made.practiceId,
    staffId,
    userId,
    roles,
    route: "portal",
    arrival: { ip: null, userAgent: null, authentication: "email-link", authenticatedAt: at },
  });
  const alone = context(made.staffId, made.userId, others.length === 0 ? ["owner", "therapist"] : ["owner"]);
  const staff: DemoStaff = { owner: alone, therapist: alone, office: alone, auditor: alone };
  for (const { role, name: called, email } of others) {
    const { staffId, userId } = await inviteStaff(alone, { name: called, email, roles: [role] });
    staff[role] = context(staffId, userId, [role]);
  }
  await settleMessages(staff, null, at, "delivered");
  return staff;
}

function publishings(
  text: DemoDisclosure,
  { staff: { owner }, disclosures }: DemoWorld,
  daysAgo: (days: number, hours?: number) => Date,
): Moment[] {
  const dayOf = (days: number) => today(daysAgo(days), zone);
  return text.versions.map((version, index) => {
    const later = index > 0 ? laterVersions[text.key] : undefined;
    const act = async () => {
      if (!later) {
        const day = dayOf(openedDaysAgo);
        disclosures.set(text.key, await publishFirst(owner, text, version, day));
        return;
      }
      const disclosureId = disclosures.get(text.key) ?? "";
      const days = {
        effectiveOn: dayOf(later.effective),
        earlierUntil: later.earlierUntil === null ? null : dayOf(later.earlierUntil),
      };
      await publishNext(owner, { disclosureId, kind: text.kind }, version, days);
    };
    return { at: daysAgo(later?.published ?? openedDaysAgo, -3), act };
  });
}

function lifeOf(
  person: DemoPatient,
  world: DemoWorld,
  daysAgo: (days: number, hours?: number) => Date,
  stepDone: () => void,
): Moment[] {
  const { story, addedDaysAgo, ...columns } = person;
  const { staff } = world;
  let player: Player | undefined;
  const added: Moment = {
    at: daysAgo(addedDaysAgo, -1),
    act: async () => {
      const patient = await addPatient(staff.owner, { ...columns, treatingStaffId: staff.therapist.staffId });
      await noteFirstMeeting(staff.therapist, { patientId: patient.id });
      world.patients.set(patient.calledName, patient.id);
      player = { ...world, patient, signerName: signerOf(person) };
    },
  };
  const steps = story.map((step, index): Moment => {
    const at = new Date(daysAgo(step.daysAgo).getTime() + index * 60_000);
    return { at, act: (now) => play(step, now) };
  });
  return [added, ...steps];

  async function play(step: Step, now: Date) {
    if (!player) throw new Error(`${person.legalName} was not added before`);
    await playStep(player, step, now);
    if (sealed.includes(step.what)) await sealOwedDocuments(AbortSignal.timeout(60_000));
    const next = story[story.indexOf(step) + 1];
    if (next?.what !== "undelivered") await settleMessages(player.staff, player.patient.id, now, "delivered");
    stepDone();
  }
}

/** A child's answers are signed by the parent whose mailbox it is. */
function signerOf({ mailboxOf, legalName }: DemoPatient): string {
  return mailboxOf === "parent" ? "Marta Romero" : legalName;
}

function forLakeside(text: DemoDisclosure): DemoDisclosure {
  const renamed = JSON.stringify(text)
    .replaceAll("Dr. Elena Reyes", "Dr. Ruth Lindqvist")
    .replaceAll("Dra. Elena Reyes", "Dra. Ruth Lindqvist")
    .replaceAll("Reyes", "Lindqvist")
    .replaceAll("Harbor", "Lakeside")
    .replaceAll("(555) 010-0100", "(555) 010-0200");
  return asDemoDisclosure(renamed);
}

/** Safe because it is the same constant with other names in its strings. */
function asDemoDisclosure(json: string): DemoDisclosure {
  return JSON.parse(json) as DemoDisclosure;
}
