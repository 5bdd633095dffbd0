import { foldText } from "@/lib/patients/fold-text";

type Named = { id: string; name: string };
export type LineProblem = "no-link" | "no-name" | "nobody" | "several" | "twice";
export type PastedLine =
  | { line: string; ownerId: string; meeting: string; passcode: string }
  | { line: string; problem: LineProblem };

/** Where a link or a number begins on a line without tabs. */
const meetingStart =
  /https?:\/\/|(?<![\p{L}\d.])(?:\d[ -]?){9,}|\b[a-z]{3}-[a-z]{4}-[a-z]{3}\b|(?<!\S)[\w-]+(?:\.[\w-]+)+\//iu;

/** Whose each pasted line is: a name, then a link or number, then perhaps a passcode. A name has to be whole. */
export function readPastedLines(text: string, people: readonly Named[]): PastedLine[] {
  const byName = Map.groupBy(people, ({ name }) => words(name));
  const placed = new Set<string>();
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const { name, meeting, passcode } = partsOf(line);
      const fits = byName.get(words(name)) ?? [];
      const [person] = fits;
      const problem = problemOf({ name, meeting, fits: fits.length, isPlaced: placed.has(person?.id ?? "") });
      if (problem || !person) return { line, problem: problem ?? "nobody" };
      placed.add(person.id);
      return { line, ownerId: person.id, meeting, passcode };
    });
}

function problemOf(one: {
  name: string;
  meeting: string;
  fits: number;
  isPlaced: boolean;
}): LineProblem | null {
  if (!one.meeting) return "no-link";
  if (!one.name) return "no-name";
  if (one.fits === 0) return "nobody";
  if (one.fits > 1) return "several";
  return one.isPlaced ? "twice" : null;
}

function partsOf(line: string) {
  const [name = "", ...cells] = line.split("\t").map((cell) => cell.trim());
  if (cells.length > 0) {
    const [meeting = "", passcode = ""] = cells.filter(Boolean);
    return { name, meeting, passcode };
  }
  const start = line.search(meetingStart);
  if (start < 0) return { name: line, meeting: "", passcode: "" };
  const before = line.slice(0, start).replace(/[\s,;:|–—-]+$/, "");
  return { name: before, meeting: line.slice(start), passcode: "" };
}

/** "Ruiz, Ana" and "Ana Ruiz" are one name. */
function words(name: string): string {
  return foldText(name).split(/\s+/).filter(Boolean).toSorted().join(" ");
}
