export type Point = [x: number, y: number];
/** A drawn signature: strokes of points in a box of 600 × 200, y downwards. */
export type Mark = Point[][];
type Place = { left: number; top: number; width: number; height: number };

export const markBox = { width: 600, height: 200 };
export const tenth = (value: number) => Math.round(value * 10) / 10;

/** A hand that rests sends the same place many times a second. */
const leastStep = 3;

/** Where a finger is, in the box of the mark, however wide the pad is shown and wherever it stands. */
export function pointOnPad({ x, y }: { x: number; y: number }, pad: Place): Point {
  const within = (share: number, end: number) => tenth(Math.min(Math.max(share, 0), 1) * end);
  return [
    within((x - pad.left) / pad.width, markBox.width),
    within((y - pad.top) / pad.height, markBox.height),
  ];
}

/** The mark with its last stroke led on to the point. */
export function ledOn(mark: Mark, [x, y]: Point): Mark {
  const stroke = mark.at(-1) ?? [];
  const [lastX, lastY] = stroke.at(-1) ?? [x, y];
  if (stroke.length > 0 && Math.hypot(x - lastX, y - lastY) < leastStep) return mark;
  return [...mark.slice(0, -1), [...stroke, [x, y]]];
}

/** The SVG path of a stroke, on the screen as on paper: smoothed through the middle of each pair of points. */
export function strokePath(stroke: Mark[number]): string {
  const [first, ...rest] = stroke;
  if (!first) return "";
  if (rest.length === 0) return `M${first.join(" ")} l0.1 0.1`;
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    return `Q${point.join(" ")} ${tenth((point[0] + next[0]) / 2)} ${tenth((point[1] + next[1]) / 2)}`;
  });
  return [`M${first.join(" ")}`, ...curves, `L${(rest.at(-1) ?? first).join(" ")}`].join(" ");
}
