import { readPractice } from "@/lib/in-practice";
import { placeGroup } from "@/lib/platforms/place-group";
import { placePatient } from "@/lib/platforms/place-patient";
import { makeGroup, makePlatform } from "@/lib/platforms/placing.fixture";
import { setDefault } from "@/lib/platforms/set-default";
import type { Attempt } from "@/lib/roles.fixture";
import type { MadePractice } from "@/test/factories";
import { movePractice } from "./move-practice";
import { planMove } from "./plan-move";

/** What the practice, its patients and its groups meet on, one attempt each. */
export const placingAttempts: Attempt[] = [
  {
    ability: "manage-platforms",
    name: "setDefault",
    about: "practice",
    run: async (ctx, { made }) => setDefault(ctx, { platformId: await phoneOf(made), from: null }),
  },
  {
    ability: "manage-platforms",
    name: "movePractice",
    about: "practice",
    run: async (ctx, { made }) => {
      const asked = { platformId: await phoneOf(made), from: null };
      const { shown } = await readPractice(made.owner, (tx, now) => planMove(tx, made.owner, asked, now));
      return movePractice(ctx, { ...asked, staying: [], stayingGroups: [], shown });
    },
  },
  {
    ability: "place-patients",
    name: "placePatient",
    about: "patient",
    run: async (ctx, { made, patient }) =>
      placePatient(ctx, { patientId: patient.id, platformId: await phoneOf(made), from: null }),
  },
  {
    ability: "place-patients",
    name: "placeGroup",
    about: "patient",
    run: async (ctx, { made }) => {
      const { id: groupId } = await makeGroup(made);
      return placeGroup(ctx, { groupId, platformId: await phoneOf(made), from: null });
    },
  },
];

async function phoneOf(made: MadePractice): Promise<string> {
  return (await makePlatform(made.owner, "phone", { kind: "phone" })).id;
}
