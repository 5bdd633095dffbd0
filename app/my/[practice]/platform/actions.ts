"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { routes } from "@/lib/routes";
import { chooseNextAppointment } from "@/lib/wishes/choose-next-appointment";
import { declineWish } from "@/lib/wishes/decline-wish";
import { endNextAppointment } from "@/lib/wishes/end-next-appointment";
import { goBack } from "@/lib/wishes/go-back";
import {
  aboutWishInput,
  chooseNextAppointmentInput,
  decideWishInput,
  endNextAppointmentInput,
  makeWishInput,
} from "@/lib/wishes/input";
import { keepPlatform } from "@/lib/wishes/keep-platform";
import { makeWish } from "@/lib/wishes/make-wish";
import { takeBackWish } from "@/lib/wishes/take-back-wish";

export const wishAction = patientAction(makeWishInput, async (ctx, wish, practice) => {
  await makeWish(ctx, wish);
  redirect(routes.myPlatform(practice));
});

export const takeBackWishAction = patientAction(aboutWishInput, async (ctx, about, practice) => {
  await takeBackWish(ctx, about);
  redirect(routes.myPlatform(practice));
});

export const declineProposalAction = patientAction(aboutWishInput, async (ctx, about, practice) => {
  await declineWish(ctx, about);
  redirect(routes.myPlatform(practice));
});

export const keepWayAction = patientAction(decideWishInput, async (ctx, decision, practice) => {
  await keepPlatform(ctx, decision);
  redirect(routes.myPlatform(practice));
});

export const goBackWayAction = patientAction(decideWishInput, async (ctx, decision, practice) => {
  await goBack(ctx, decision);
  redirect(routes.myPlatform(practice));
});

export const chooseNextAction = patientAction(chooseNextAppointmentInput, async (ctx, chosen, practice) => {
  await chooseNextAppointment(ctx, chosen);
  redirect(routes.myPlatform(practice));
});

export const letNextBeAction = patientAction(endNextAppointmentInput, async (ctx, choice, practice) => {
  await endNextAppointment(ctx, choice);
  redirect(routes.myPlatform(practice));
});
