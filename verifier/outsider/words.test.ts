import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sentences } from "@/lib/paper/sentences";
import { languages } from "../languages";

const words = JSON.parse(readFileSync(path.join(import.meta.dirname, "words.json"), "utf8"));

test.each(languages)("the words that the documentation gives are those of the pages in %s", (language) => {
  const say = sentences[language];
  expect(words[language]).toEqual({
    foot: `${say.document("{}")} ${say.page(1, 2)}`.replace("1", "{}").replace("2", "{}"),
    eyebrow: say.eyebrow,
    practice: say.practice,
    patient: say.patient,
    signer: {
      typed: say.signedBy,
      drawn: say.signedBy,
      pressed: say.takenBackBy,
      spoken: say.spoken.notedBy,
      explained: say.tradeOff.explainedBy,
    },
    mailboxReader: say.mailboxReader,
    answer: {
      yes: say.yes,
      no: say.no,
      open: say.open,
      taken: say.takenBack,
      "acknowledges-trade-off": say.tradeOff.confirmedWord,
      "explains-trade-off": say.tradeOff.explainedWord,
    },
  });
});
