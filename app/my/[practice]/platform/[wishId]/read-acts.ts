import {
  enterTradeOffAction,
  rereadTradeOffAction,
  reviewTradeOffAction,
  signTradeOffAction,
} from "./actions";

export type ReadActs = ReturnType<typeof readActs>;

/** What each button of the form does. Bound in the browser's half, a page without JavaScript waits for ever. */
export function readActs(practice: string) {
  return {
    enter: enterTradeOffAction.bind(null, practice),
    change: rereadTradeOffAction.bind(null, practice),
    review: reviewTradeOffAction.bind(null, practice),
    sign: signTradeOffAction.bind(null, practice),
  };
}
