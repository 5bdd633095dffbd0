/** What a check does one after the other; what is read and gone through counts bytes, the rest steps. */
export const steps = ["reading", "fingerprint", "shape", "seal", "time"] as const;
export type Step = (typeof steps)[number];

/** How far the check of one file is. */
export type Progress = { file: string; step: Step; done: number; total: number };

export function beginningOf({ name: file, size: total }: File): Progress {
  return { file, step: "reading", done: 0, total };
}

/** Waited for: where the check shares its thread with a page, the page is drawn meanwhile, and may end the check. */
export type Tell = (progress: Progress) => void | Promise<void>;
