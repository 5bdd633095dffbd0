import { daysAfter, today } from "@/lib/dates";
import { withClock } from "@/lib/frozen-clock";
import { readPractice } from "@/lib/in-practice";
import { addPlatform } from "@/lib/platforms/add-platform";
import type { AddPlatformInput } from "@/lib/platforms/input";
import { listPlatforms } from "@/lib/platforms/queries";
import { getPractice } from "@/lib/practices/queries";
import { deskTradeOffPage } from "@/lib/screens/desk/trade-off";
import { noteExplained } from "@/lib/trade-offs/note-explained";
import { chooseNextAppointment } from "@/lib/wishes/choose-next-appointment";
import { listNextAppointments } from "@/lib/wishes/next-appointments";
import { proposePlatform } from "@/lib/wishes/propose-platform";
import { listWishes } from "@/lib/wishes/queries";
import type { StoryPatient } from "./people";
import type { StoryPractice } from "./practices";

const asAdded = {
  zoom: { kind: "video", name: "", starter: "zoom" },
  phone: { kind: "phone", name: "", starter: null },
  "in-person": { kind: "in-person", name: "", starter: null },
} satisfies Record<string, AddPlatformInput>;

/** A way to meet of the practice, listed when nobody has listed it yet. */
export async function wayOf({ staff }: StoryPractice, way: keyof typeof asAdded): Promise<string> {
  const { owner } = staff;
  const { kind } = asAdded[way];
  const listed = async () =>
    (await readPractice(owner, (tx) => listPlatforms(tx, owner))).find((one) =>
      way === "zoom" ? one.name === "Zoom" : one.kind === kind,
    )?.id;
  const there = await listed();
  if (there) return there;
  try {
    return (await addPlatform(owner, asAdded[way])).id;
  } catch (error) {
    // Another story listed it at the same time.
    const theirs = await listed();
    if (!theirs) throw error;
    return theirs;
  }
}

/** A video service of the practice, listed when nobody has listed it yet. */
export async function platformOf(practice: StoryPractice): Promise<string> {
  return wayOf(practice, "zoom");
}

/** The last wish of a patient; where there is none, the phone is proposed to them. */
export async function wishOf({ id: patientId, practice }: StoryPatient): Promise<string> {
  const { owner } = practice.staff;
  const [latest] = await readPractice(owner, (tx) => listWishes(tx, owner, [patientId]));
  if (latest) return latest.id;
  const platformId = await wayOf(practice, "phone");
  const proposed = { patientId, platformId, decision: "yes" as const, trialUntil: null, reviewOn: null };
  return (await proposePlatform(owner, { ...proposed, fromOn: await dayAt(practice) })).wishId;
}

async function dayAt({ staff: { owner } }: StoryPractice): Promise<string> {
  return readPractice(owner, async (tx, now) => today(now, (await getPractice(tx, owner)).timeZone));
}

/** A trial of the phone that was explained in a session and has run over three weeks ago. */
export async function trialThatEnded({ id: patientId, practice }: StoryPatient): Promise<string> {
  const { owner } = practice.staff;
  const platformId = await wayOf(practice, "phone");
  const before = new Date(Date.now() - 40 * 86_400_000);
  return withClock(before, async () => {
    const fromOn = await dayAt(practice);
    const trial = { decision: "trial" as const, fromOn, trialUntil: daysAfter(fromOn, 14), reviewOn: null };
    const { wishId } = await proposePlatform(owner, { patientId, platformId, ...trial });
    const { owed } = await deskTradeOffPage(owner, wishId, "en");
    await noteExplained(owner, { wishId, explainedOn: fromOn, textSha256: owed?.theirs ?? "" });
    return wishId;
  });
}

/** What a patient chose for the next appointment: the phone where they chose nothing yet. */
export async function nextChoiceOf({ id: patientId, practice }: StoryPatient): Promise<string> {
  const { owner } = practice.staff;
  await chooseNextAppointment(owner, { patientId, platformId: await wayOf(practice, "phone") });
  const [chosen] = await readPractice(owner, (tx) => listNextAppointments(tx, owner, [patientId]));
  return chosen?.id ?? "";
}
