import { z } from "zod";
import {
  aboutWishInput,
  chooseNextAppointmentInput,
  decideWishInput,
  endNextAppointmentInput,
  makePlatformRequestInput,
} from "@/lib/wishes/input";

/** Without scripts the page that answers is the one the form came from, so each form says whose it is. */
const place = { practice: z.string().max(100) };

export const wishFormInput = makePlatformRequestInput.safeExtend(place);
export const aboutWishFormInput = aboutWishInput.extend(place);
export const decideWishFormInput = decideWishInput.extend(place);
export const nextFormInput = chooseNextAppointmentInput.extend(place);
export const endNextFormInput = endNextAppointmentInput.extend(place);
