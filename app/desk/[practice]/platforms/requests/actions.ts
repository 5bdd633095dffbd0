"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { answerWish } from "@/lib/wishes/answer-wish";
import { chooseNextAppointment } from "@/lib/wishes/choose-next-appointment";
import { endNextAppointment } from "@/lib/wishes/end-next-appointment";
import { goBack } from "@/lib/wishes/go-back";
import {
  aboutWishInput,
  answerWishInput,
  chooseNextAppointmentInput,
  decideWishInput,
  endNextAppointmentInput,
  proposePlatformInput,
} from "@/lib/wishes/input";
import { keepPlatform } from "@/lib/wishes/keep-platform";
import { proposePlatform } from "@/lib/wishes/propose-platform";
import { takeBackWish } from "@/lib/wishes/take-back-wish";

export const answerWishAction = staffAction(answerWishInput, async (ctx, input) => {
  await answerWish(ctx, input);
  refresh();
});

export const proposeWayAction = staffAction(proposePlatformInput, async (ctx, input) => {
  await proposePlatform(ctx, input);
  refresh();
});

export const takeBackProposalAction = staffAction(aboutWishInput, async (ctx, input) => {
  await takeBackWish(ctx, input);
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
