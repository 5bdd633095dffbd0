import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import type { Attempt } from "@/lib/roles.fixture";
import { makeDisclosure } from "@/test/factories";
import { allowNewAccessTest } from "./allow-new-access-test";
import { beginAccessTest } from "./begin-access-test";
import { giveUpAccessTest } from "./give-up-access-test";

/** What is done about electronic records, one attempt each. */
export const accessTestAttempts: Attempt[] = [
  {
    ability: "ask-patients",
    name: "allowNewAccessTest",
    about: "patient",
    run: async (ctx, { made, patient, patientCtx }) => {
      const text = await makeDisclosure(made, { kind: "electronic-records-consent" });
      const requestId = await ask(made, patientCtx, patient.id, text.disclosure.id);
      await answerRequest(patientCtx, answerTo(requestId, text));
      const about = { patientId: patient.id };
      await giveUpAccessTest(patientCtx, await beginAccessTest(patientCtx, about));
      await allowNewAccessTest(ctx, about);
    },
  },
];
