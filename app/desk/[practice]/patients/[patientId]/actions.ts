"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { correctAnswer } from "@/lib/answers/correct-answer";
import { correctAnswerInput } from "@/lib/answers/input";
import { endNotice } from "@/lib/requests/end-notice";
import { endNoticeInput } from "@/lib/requests/input";
import { recordWithdrawal } from "@/lib/withdrawals/record-withdrawal";
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
