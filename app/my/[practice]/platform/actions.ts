"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { routes } from "@/lib/routes";
import { chooseNextAppointment } from "@/lib/wishes/choose-next-appointment";
import { declinePlatformRequest } from "@/lib/wishes/decline-platform-request";
import { endNextAppointment } from "@/lib/wishes/end-next-appointment";
import { goBack } from "@/lib/wishes/go-back";
import { keepPlatform } from "@/lib/wishes/keep-platform";
import { makePlatformRequest } from "@/lib/wishes/make-platform-request";
import { takeBackPlatformRequest } from "@/lib/wishes/take-back-platform-request";
import {
  aboutWishFormInput,
  decideWishFormInput,
  endNextFormInput,
  nextFormInput,
  wishFormInput,
} from "./input";

export const wishAction = patientAction(wishFormInput, async (ctx, { practice, ...wish }) => {
  await makePlatformRequest(ctx, wish);
  redirect(routes.myPlatform(practice));
});

export const takeBackWishAction = patientAction(aboutWishFormInput, async (ctx, { practice, ...about }) => {
  await takeBackPlatformRequest(ctx, about);
  redirect(routes.myPlatform(practice));
});

export const declineProposalAction = patientAction(
  aboutWishFormInput,
  async (ctx, { practice, ...about }) => {
    await declinePlatformRequest(ctx, about);
    redirect(routes.myPlatform(practice));
  },
);

export const keepWayAction = patientAction(decideWishFormInput, async (ctx, { practice, ...decision }) => {
  await keepPlatform(ctx, decision);
  redirect(routes.myPlatform(practice));
});

export const goBackWayAction = patientAction(decideWishFormInput, async (ctx, { practice, ...decision }) => {
  await goBack(ctx, decision);
  redirect(routes.myPlatform(practice));
});

export const chooseNextAction = patientAction(nextFormInput, async (ctx, { practice, ...chosen }) => {
  await chooseNextAppointment(ctx, chosen);
  redirect(routes.myPlatform(practice));
});

export const letNextBeAction = patientAction(endNextFormInput, async (ctx, { practice, ...choice }) => {
  await endNextAppointment(ctx, choice);
  redirect(routes.myPlatform(practice));
});
