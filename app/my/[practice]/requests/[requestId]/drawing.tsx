"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import SignaturePad from "signature_pad";
import classes from "@/app/my/_kit/signing.module.css";
import type { ReviewTexts } from "./answer-texts";

const box = { width: 600, height: 200 };

/** The mark as strokes in a box of 600 × 200; the typed name stays the one that is printed. */
export default function Drawing({ texts }: { texts: Pick<ReviewTexts, "drawHere" | "clear"> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [mark, setMark] = useState("");

  useEffect(() => {
    if (!canvas.current) return;
    const area = canvas.current;
    const drawn = new SignaturePad(area, { penColor: getComputedStyle(area).color });
    drawn.addEventListener("endStroke", () => setMark(strokesOf(drawn, area)));
    pad.current = drawn;
    return () => drawn.off();
  }, []);

  function clear() {
    pad.current?.clear();
    setMark("");
  }

  return (
    <div>
      <input type="hidden" name="mark" value={mark} />
      <canvas ref={canvas} {...box} className={classes.canvas} role="img" aria-label={texts.drawHere} />
      <Button variant="subtle" size="compact-lg" onClick={clear}>
        {texts.clear}
      </Button>
    </div>
  );
}

/** signature_pad counts in the pixels of the screen; the box is the same on every screen. */
function strokesOf(drawn: SignaturePad, area: HTMLCanvasElement): string {
  const { width, height } = area.getBoundingClientRect();
  const across = (x: number) =>
    Math.round(Math.min(Math.max((x / width) * box.width, 0), box.width) * 10) / 10;
  const down = (y: number) =>
    Math.round(Math.min(Math.max((y / height) * box.height, 0), box.height) * 10) / 10;
  const strokes = drawn.toData().map(({ points }) => points.map(({ x, y }) => [across(x), down(y)]));
  return JSON.stringify(strokes);
}
