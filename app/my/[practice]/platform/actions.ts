"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/lib/actions";
import { chooseNextAppointment } from "@/lib/platform-requests/choose-next-appointment";
import { declinePlatformRequest } from "@/lib/platform-requests/decline-platform-request";
import { endNextAppointment } from "@/lib/platform-requests/end-next-appointment";
import { goBack } from "@/lib/platform-requests/go-back";
import { keepPlatform } from "@/lib/platform-requests/keep-platform";
import { makePlatformRequest } from "@/lib/platform-requests/make-platform-request";
import { takeBackPlatformRequest } from "@/lib/platform-requests/take-back-platform-request";
import { routes } from "@/lib/routes";
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
