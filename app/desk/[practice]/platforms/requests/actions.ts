"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/lib/actions";
import { answerPlatformRequest } from "@/lib/platform-requests/answer-platform-request";
import { chooseNextAppointment } from "@/lib/platform-requests/choose-next-appointment";
import { endNextAppointment } from "@/lib/platform-requests/end-next-appointment";
import { goBack } from "@/lib/platform-requests/go-back";
import {
  aboutWishInput,
  answerPlatformRequestInput,
  chooseNextAppointmentInput,
  decideWishInput,
  endNextAppointmentInput,
  proposePlatformInput,
} from "@/lib/platform-requests/input";
import { keepPlatform } from "@/lib/platform-requests/keep-platform";
import { proposePlatform } from "@/lib/platform-requests/propose-platform";
import { takeBackPlatformRequest } from "@/lib/platform-requests/take-back-platform-request";

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
