import { daysAfter, today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import type { Attempt, World } from "@/lib/roles.fixture";
import { answerWish } from "./answer-wish";
import { chooseNextAppointment } from "./choose-next-appointment";
import { endNextAppointment } from "./end-next-appointment";
import { goBack } from "./go-back";
import { keepPlatform } from "./keep-platform";
import { listNextAppointments } from "./next-appointments";
import { proposePlatform } from "./propose-platform";
import { takeBackWish } from "./take-back-wish";
import { makeWays, propose, read, wish } from "./wishes.fixture";

async function wishing({ made, patient, patientCtx: ctx }: World) {
  const ways = await makeWays(made);
  const day = await readPractice(made.system, async (_, now) => today(now, made.practice.timeZone));
  return { made, ways, patient, ctx, day };
}

const nothing = { trialUntil: null, reviewOn: null };

/** What is answered, proposed and ended of wishes to meet another way, one attempt each. */
export const wishAttempts: Attempt[] = [
  {
    ability: "answer-wishes",
    name: "proposePlatform",
    about: "patient",
    run: async (ctx, world) => {
      const { ways, patient, day } = await wishing(world);
      const proposed = { patientId: patient.id, platformId: ways.phone, fromOn: day, ...nothing };
      return proposePlatform(ctx, { ...proposed, decision: "yes" });
    },
  },
  {
    ability: "answer-wishes",
    name: "answerWish",
    about: "patient",
    run: async (ctx, world) => {
      const wishId = await wish(await wishing(world));
      const said = { ...nothing, platformId: null, fromOn: null, hindrance: null, words: null };
      return answerWish(ctx, { wishId, decision: "talk", ...said });
    },
  },
  {
    ability: "answer-wishes",
    name: "takeBackWish",
    about: "patient",
    run: async (ctx, world) => takeBackWish(ctx, { wishId: await propose(await wishing(world)) }),
  },
  {
    ability: "answer-wishes",
    name: "keepPlatform",
    about: "patient",
    run: async (ctx, world) => {
      const about = await wishing(world);
      const trialUntil = daysAfter(about.day, 7);
      const wishId = await propose(about, { decision: "trial", trialUntil });
      await read(about.ctx, wishId);
      return keepPlatform(ctx, { wishId, seen: "in-trial" });
    },
  },
  {
    ability: "answer-wishes",
    name: "goBack",
    about: "patient",
    run: async (ctx, world) => {
      const about = await wishing(world);
      const wishId = await propose(about);
      await read(about.ctx, wishId);
      return goBack(ctx, { wishId, seen: "in-use" });
    },
  },
  {
    ability: "note-appointments",
    name: "chooseNextAppointment",
    about: "patient",
    run: async (ctx, world) => {
      const { ways, patient } = await wishing(world);
      return chooseNextAppointment(ctx, { patientId: patient.id, platformId: ways.phone });
    },
  },
  {
    ability: "note-appointments",
    name: "endNextAppointment",
    about: "patient",
    run: async (ctx, world) => {
      const { ways, patient, made } = await wishing(world);
      await chooseNextAppointment(made.owner, { patientId: patient.id, platformId: ways.phone });
      const [chosen] = await readPractice(made.owner, (tx) => listNextAppointments(tx, made.owner, null));
      return endNextAppointment(ctx, { choiceId: chosen?.id ?? "" });
    },
  },
];
