"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { answerPlatformRequest } from "@/lib/wishes/answer-platform-request";
import { chooseNextAppointment } from "@/lib/wishes/choose-next-appointment";
import { endNextAppointment } from "@/lib/wishes/end-next-appointment";
import { goBack } from "@/lib/wishes/go-back";
import {
  aboutWishInput,
  answerPlatformRequestInput,
  chooseNextAppointmentInput,
  decideWishInput,
  endNextAppointmentInput,
  proposePlatformInput,
} from "@/lib/wishes/input";
import { keepPlatform } from "@/lib/wishes/keep-platform";
import { proposePlatform } from "@/lib/wishes/propose-platform";
import { takeBackPlatformRequest } from "@/lib/wishes/take-back-platform-request";

export const answerWishAction = staffAction(answerPlatformRequestInput, async (ctx, input) => {
  await answerPlatformRequest(ctx, input);
  refresh();
});

export const proposeWayAction = staffAction(proposePlatformInput, async (ctx, input) => {
  await proposePlatform(ctx, input);
  refresh();
});

export const takeBackProposalAction = staffAction(aboutWishInput, async (ctx, input) => {
  await takeBackPlatformRequest(ctx, input);
  refresh();
});

export const keepTrialAction = staffAction(decideWishInput, async (ctx, input) => {
  await keepPlatform(ctx, input);
  refresh();
});

export const goBackAction = staffAction(decideWishInput, async (ctx, input) => {
  await goBack(ctx, input);
  refresh();
});

export const noteNextAction = staffAction(chooseNextAppointmentInput, async (ctx, input) => {
  await chooseNextAppointment(ctx, input);
  refresh();
});

export const endNextAction = staffAction(endNextAppointmentInput, async (ctx, input) => {
  await endNextAppointment(ctx, input);
  refresh();
});
