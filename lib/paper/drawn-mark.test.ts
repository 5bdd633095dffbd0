import { expect, test } from "vitest";
import { ledOn, type Mark, markBox, pointOnPad, strokePath } from "./drawn-mark";
import { asMark } from "./mark";

const upright = { left: 16, top: 420, width: 328, height: 328 / 3 };
const turned = { left: 40.5, top: -12.25, width: 712, height: 712 / 3 };
const desk = { left: 300, top: 500, width: 600, height: 200 };

test.each([
  ["upright", upright],
  ["turned", turned],
  ["at a desk", desk],
])("a quarter across and half down is one point of the mark: %s", (_, pad) => {
  const finger = { x: pad.left + pad.width / 4, y: pad.top + pad.height / 2 };
  expect(pointOnPad(finger, pad)).toEqual([150, 100]);
});

test("a point of the mark is shown where the finger was, after turning in proportion", () => {
  const [x, y] = pointOnPad({ x: 101, y: 470 }, upright);
  const shownIn = (pad: typeof upright) => [
    pad.left + (x / markBox.width) * pad.width,
    pad.top + (y / markBox.height) * pad.height,
  ];
  expect(Math.hypot((shownIn(upright)[0] ?? 0) - 101, (shownIn(upright)[1] ?? 0) - 470)).toBeLessThan(0.1);
  expect(pointOnPad({ x: shownIn(turned)[0] ?? 0, y: shownIn(turned)[1] ?? 0 }, turned)).toEqual([x, y]);
});

test.each([
  [{ x: 0, y: 0 }, [0, 0]],
  [{ x: 2_000, y: 2_000 }, [600, 200]],
])("a finger beside the pad stays at its edge", (finger, point) => {
  expect(pointOnPad(finger, desk)).toEqual(point);
});

test("a stroke is led on, those before it stay, and a resting hand adds nothing", () => {
  const drawn: Mark = [[[10, 10]], [[50, 50]]];
  const further = ledOn(drawn, [60, 50]);
  expect(further).toEqual([
    [[10, 10]],
    [
      [50, 50],
      [60, 50],
    ],
  ]);
  expect(ledOn(further, [61.5, 51.5])).toBe(further);
});

test("what is drawn from is what is kept, to the tenth", () => {
  const drawn = [
    { x: 20, y: 430 },
    { x: 99.37, y: 500.11 },
    { x: 203.9, y: 441.777 },
  ].reduce<Mark>((mark, finger) => ledOn(mark, pointOnPad(finger, upright)), []);
  expect(asMark(JSON.parse(JSON.stringify(drawn))).map(strokePath)).toEqual(drawn.map(strokePath));
});

test("a dot is drawn as a dot, a stroke as a curve", () => {
  expect(strokePath([[5, 6]])).toBe("M5 6 l0.1 0.1");
  const stroke: Mark[number] = [
    [0, 0],
    [10, 0],
    [20, 10],
  ];
  expect(strokePath(stroke)).toBe("M0 0 Q10 0 15 5 L20 10");
});
