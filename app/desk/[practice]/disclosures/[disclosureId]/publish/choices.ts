import type { z } from "zod";
import type { publishDraftInput } from "@/lib/disclosures/input";
import type { Language } from "@/lib/languages";

type Input = z.input<typeof publishDraftInput>;

/** What stands on the sheet: as the input, except that nothing is chosen before somebody chooses it. */
export type Choices = Omit<Input, "disclosureId" | "revision" | "change"> & { change: Input["change"] | "" };

export type Change = (change: Partial<Choices>) => void;

/** The page as the server made it. */
export type Sheet = {
  revision: number;
  number: number;
  isFirst: boolean;
  written: { language: Language; title: string }[];
  /** What must be said, in words. */
  parts: Record<string, string>;
  day: string;
  reviewBy: string;
};

export function firstChoices({ isFirst, day, reviewBy }: Sheet): Choices {
  return {
    change: isFirst ? "material" : "",
    summaries: {},
    effectiveOn: day,
    reviewBy,
    earlier: null,
    earlierUntil: null,
    saidOtherwise: [],
    leftOut: [],
    unread: [],
  };
}

/** What is asked about; before anything is chosen that is wording only, and a day half typed stands for none. */
export function asInput(choices: Choices, disclosureId: string, { revision, day }: Sheet): Input {
  const { change, earlier, earlierUntil, effectiveOn, reviewBy, ...others } = choices;
  const asks = change === "material";
  return {
    ...others,
    disclosureId,
    revision,
    change: change || "editorial",
    effectiveOn: effectiveOn || day,
    reviewBy: reviewBy || day,
    earlier: asks ? earlier : null,
    earlierUntil: asks && earlier === "until" ? earlierUntil : null,
  };
}
