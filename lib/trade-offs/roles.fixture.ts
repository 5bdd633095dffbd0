import type { Attempt } from "@/lib/roles.fixture";
import { noteExplained } from "./note-explained";
import { explanationOf, makeAgreed } from "./trade-offs.fixture";

/** What is noted of another way to meet, one attempt each. */
export const tradeOffAttempts: Attempt[] = [
  {
    ability: "answer-wishes",
    name: "noteExplained",
    about: "patient",
    run: async (ctx, { made, patient, patientCtx }) => {
      const agreed = await makeAgreed({ made, patient, ctx: patientCtx });
      await noteExplained(ctx, await explanationOf(agreed));
    },
  },
];
