"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/lib/actions";
import { correctAnswer } from "@/lib/consents/correct-answer";
import { endNotice } from "@/lib/consents/end-notice";
import { correctAnswerInput, endNoticeInput } from "@/lib/consents/input";
import { recordWithdrawal } from "@/lib/consents/record-withdrawal";
import { saidAloudFormInput } from "./input";

export const saidAloudAction = staffAction(saidAloudFormInput, async (ctx, { answerId, use, route }) => {
  await recordWithdrawal(ctx, { answerId, itemIds: use === "all" ? null : [use], route });
  refresh();
});

export const correctAnswerAction = staffAction(correctAnswerInput, async (ctx, input) => {
  await correctAnswer(ctx, input);
  refresh();
});

export const endNoticeAction = staffAction(endNoticeInput, async (ctx, input) => {
  await endNotice(ctx, input);
  refresh();
});
