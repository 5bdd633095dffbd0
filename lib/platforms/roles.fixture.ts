import { changePlatformRules } from "@/lib/practices/change-platform-rules";
import type { Attempt } from "@/lib/roles.fixture";
import { addPlatform } from "./add-platform";
import { leavePlatform } from "./leave-platform";
import { checkedFact, listedPlatform, meetOn } from "./listed.fixture";
import { noteFact } from "./note-fact";
import { noteTrouble } from "./note-trouble";
import { returnToPlatform } from "./return-to-platform";

/** What is listed, noted and left of platforms, one attempt each. */
export const platformAttempts: Attempt[] = [
  {
    ability: "manage-platforms",
    name: "addPlatform",
    about: "nobody",
    run: (ctx) => addPlatform(ctx, { kind: "video", name: "", starter: "zoom" }),
  },
  {
    ability: "manage-platforms",
    name: "noteFact",
    about: "practice",
    run: async (ctx, { made }) => noteFact(ctx, checkedFact((await listedPlatform(made)).id)),
  },
  {
    ability: "manage-platforms",
    name: "leavePlatform",
    about: "practice",
    run: async (ctx, { made }) => {
      const { id: platformId } = await listedPlatform(made);
      return leavePlatform(ctx, { platformId, why: "New terms." });
    },
  },
  {
    ability: "manage-platforms",
    name: "returnToPlatform",
    about: "practice",
    run: async (ctx, { made }) => {
      const { id: platformId } = await listedPlatform(made);
      await leavePlatform(made.owner, { platformId, why: "New terms." });
      return returnToPlatform(ctx, { platformId });
    },
  },
  {
    ability: "note-appointments",
    name: "noteTrouble",
    about: "patient",
    run: async (ctx, { made, patient }) => {
      await meetOn(made, (await listedPlatform(made)).id);
      return noteTrouble(ctx, { patientId: patient.id, kind: "sound-poor" });
    },
  },
  {
    ability: "change-settings",
    name: "changePlatformRules",
    about: "nobody",
    run: (ctx) => changePlatformRules(ctx, { requiresVendorAgreement: false, platformAnswerDays: 5 }),
  },
];
