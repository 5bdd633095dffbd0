export type TextRun = { kind: "text"; text: string; bold: boolean; italic: boolean; link: string | null };
export type Run = { kind: "break" } | TextRun;

/** A letter may end in a mark of its own, as in Adébáyọ̀. */
const word = /[\p{L}\p{N}\p{M}]/u;

/**
 * Inline text as Markdown can say it: no space at the edges of a line or of a mark, and no mark that ends in a dot
 * right before a letter, which Markdown would not close there.
 */
export function settled(runs: readonly Run[]): Run[] {
  const whole = joined(runs).map(
    (run): Run => (run.kind === "text" ? { ...run, text: spaced(run.text) } : run),
  );
  const unmarked = whole.flatMap((run, at): Run[] =>
    run.kind === "text" ? edgesOff(run, whole[at - 1], whole[at + 1]) : [run],
  );
  return joined(trimmedLines(unmarked));
}

function joined(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (run.kind === "text" && run.text === "") continue;
    if (run.kind === "text" && last?.kind === "text" && sameMarks(run, last)) {
      kept[kept.length - 1] = { ...last, text: last.text + run.text };
    } else kept.push(run);
  }
  return kept;
}

function spaced(text: string) {
  return text.replace(/[\s\p{Cc}]+/gu, (found) => (/^[\u00a0\u202f]+$/.test(found) ? found : " "));
}

/** Takes off each edge where a mark begins or ends what cannot stand right inside it there. */
function edgesOff(run: TextRun, before: Run | undefined, after: Run | undefined): Run[] {
  const outBefore = shared(run, before);
  const outAfter = shared(run, after);
  const isWord = (letter: string | undefined) => letter !== undefined && word.test(letter);
  const startsInWord = before?.kind === "text" && isWord([...before.text].at(-1));
  const endsInWord = after?.kind === "text" && isWord([...after.text][0]);
  const opening = sameMarks(run, outBefore)
    ? ""
    : (startsInWord ? notWords : spaces).start.exec(run.text)?.[0];
  const rest = run.text.slice(opening?.length ?? 0);
  const closing = sameMarks(run, outAfter) ? "" : (endsInWord ? notWords : spaces).end.exec(rest)?.[0];
  const middle = rest.slice(0, rest.length - (closing?.length ?? 0));
  return [
    { ...outBefore, text: opening ?? "" },
    { ...run, text: middle },
    { ...outAfter, text: closing ?? "" },
  ];
}

const spaces = { start: /^\s+/, end: /\s+$/ };
const notWords = { start: /^[^\p{L}\p{N}\p{M}]+/u, end: /[^\p{L}\p{N}\p{M}]+$/u };

/** The marks of this run that go on beyond its edge; one inside another ends with it. */
function shared(run: TextRun, beyond: Run | undefined): TextRun {
  const none = { ...run, bold: false, italic: false, link: null };
  if (beyond?.kind !== "text" || run.link !== beyond.link) return none;
  if (run.bold !== beyond.bold) return { ...none, link: run.link };
  return { ...run, italic: run.italic && beyond.italic };
}

function sameMarks(one: TextRun, other: TextRun) {
  return one.bold === other.bold && one.italic === other.italic && one.link === other.link;
}

/** Spaces beside the ends of a line say nothing, and neither does a break with nothing after it. */
function trimmedLines(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const isStart = kept.length === 0 || kept.at(-1)?.kind === "break";
    if (run.kind === "break") {
      trimEnd(kept);
      if (kept.length > 0 && kept.at(-1)?.kind !== "break") kept.push(run);
    } else {
      const last = kept.at(-1);
      const isSpaced = isStart || (last?.kind === "text" && last.text.endsWith(" "));
      const text = isSpaced ? run.text.trimStart() : run.text;
      if (text !== "") kept.push({ ...run, text });
    }
  }
  trimEnd(kept);
  if (kept.at(-1)?.kind === "break") kept.pop();
  return kept;
}

function trimEnd(kept: Run[]) {
  for (let last = kept.at(-1); last?.kind === "text"; last = kept.at(-1)) {
    const text = last.text.trimEnd();
    kept.pop();
    if (text === "") continue;
    kept.push({ ...last, text });
    return;
  }
}
