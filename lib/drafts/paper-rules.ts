/** Why the copy of a draft on paper does not hold. */
export type PaperFault =
  | { kind: "letter"; character: string }
  | { kind: "page"; page: string }
  | { kind: "words"; where: string }
  | { kind: "unexpected" };

export type Paper = { revision: number; drawnAt: Date | null; fault: string | null };

export type PaperRefusal = "paper-unchecked" | "paper-not-drawn" | "paper-loses-page" | "paper-differs";

const differs = "differs: ";
const mostShown = 120;

/** As it is kept beside the picture: what the comparison of the seal finds first. */
export function differenceAsFault(difference: string): string {
  const shown = difference.length > mostShown ? `…${difference.slice(-mostShown)}` : difference;
  return differs + shown;
}

export function paperFault(fault: string): PaperFault {
  if (fault === "unexpected") return { kind: "unexpected" };
  if (!fault.startsWith(differs)) return { kind: "letter", character: fault };
  const where = fault.slice(differs.length);
  const page = /^the foot of page (\d+)$/.exec(where)?.[1];
  return page ? { kind: "page", page } : { kind: "words", where };
}

/** Why a text is not published before its copy was drawn and compared, exactly as it is saved now. */
export function whyNotOnPaper(
  paper: Paper | null,
  revision: number,
): { reason: PaperRefusal; details: Record<string, string> } | null {
  if (paper?.revision !== revision) return { reason: "paper-unchecked", details: { state: "unasked" } };
  if (!paper.drawnAt) return { reason: "paper-unchecked", details: { state: "waiting" } };
  if (paper.fault === null) return null;
  const fault = paperFault(paper.fault);
  switch (fault.kind) {
    // Is said of the text itself, which may have lost the letter since.
    case "letter":
    case "unexpected":
      return { reason: "paper-not-drawn", details: {} };
    case "page":
      return { reason: "paper-loses-page", details: { page: fault.page } };
    case "words":
      return { reason: "paper-differs", details: { where: fault.where } };
  }
}
