/** `here` is the address of the page as it was asked for. */
export type QuestionPage = { practice: string; requestId: string; here: string };

export const answerFormId = "answer";
