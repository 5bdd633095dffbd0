"use server";

import { patientAction } from "@/app/action";
import { Refused } from "@/lib/errors";
import { noteTroubleInput } from "@/lib/platforms/input";
import { noteTrouble } from "@/lib/platforms/note-trouble";

export const reportTroubleAction = patientAction(
  noteTroubleInput.omit({ platformId: true }),
  async (ctx, input) => {
    try {
      await noteTrouble(ctx, input);
    } catch (error) {
      // Pressed twice: what they wanted to say is noted.
      if (!(error instanceof Refused && error.reason === "trouble-already-noted")) throw error;
    }
  },
);
