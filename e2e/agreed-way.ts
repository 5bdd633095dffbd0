import { entered, type Step, yes } from "@/demo/story";
import { daysAfter, today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import { addPlatform } from "@/lib/platforms/add-platform";
import { checkedFact, meetOn } from "@/lib/platforms/listed.fixture";
import { noteFact } from "@/lib/platforms/note-fact";
import { proposePlatform } from "@/lib/wishes/propose-platform";
import { addedPatient } from "./people";
import { makePractice } from "./practices";

/** A practice that meets on one service and may meet on another, which does not record, and a patient of it. */
export async function twoWays(past: Step[] = [yes(0, "session-recording")]) {
  const practice = await makePractice(["session-recording"]);
  const { owner } = practice.staff;
  const { id: here } = await addPlatform(owner, { kind: "video", name: "Clearline", starter: null });
  const { id: there } = await addPlatform(owner, { kind: "video", name: "Otherline", starter: null });
  await meetOn({ owner }, here);
  for (const platformId of [here, there])
    await noteFact(owner, checkedFact(platformId, { key: "vendor-agreement", value: "yes" }));
  await noteFact(owner, checkedFact(here, { value: "yes" }));
  await noteFact(owner, checkedFact(there, { value: "no" }));
  await noteFact(
    owner,
    checkedFact(there, { key: "account-needed", value: "yes", words: { en: null, es: null } }),
  );
  const patient = await addedPatient(practice, [entered(0), ...past]);
  return { practice, owner, patient, here, there };
}

/** As `twoWays`, and the other one is agreed on with the patient from today, as a trial. */
export async function agreedWay(past?: Step[]) {
  const { practice, owner, patient, here, there } = await twoWays(past);
  const day = await readPractice(owner, async (_, now) => today(now, "America/Los_Angeles"));
  const { wishId } = await proposePlatform(owner, {
    patientId: patient.id,
    platformId: there,
    decision: "trial",
    fromOn: day,
    trialUntil: daysAfter(day, 30),
    reviewOn: daysAfter(day, 28),
  });
  return { practice, owner, patient, here, there, wishId, day };
}
