import {
  changeAction,
  dontAskAction,
  enterAction,
  notNowAction,
  reviewAction,
  signAction,
  talkFirstAction,
} from "./actions";

export type AnswerActs = ReturnType<typeof answerActs>;

/** What each button of the form does. Bound in the browser's half, a page without JavaScript waits for ever. */
export function answerActs(practice: string) {
  return {
    enter: enterAction.bind(null, practice),
    change: changeAction.bind(null, practice),
    review: reviewAction.bind(null, practice),
    sign: signAction.bind(null, practice),
    talkFirst: talkFirstAction.bind(null, practice),
    notNow: notNowAction.bind(null, practice),
    dontAsk: dontAskAction.bind(null, practice),
  };
}
