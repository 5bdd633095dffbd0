"use client";

import { Button } from "@mantine/core";
import { memo, type PointerEvent, useState } from "react";
import classes from "@/app/my/_kit/signing.module.css";
import { ledOn, type Mark, markBox, pointOnPad, strokePath } from "@/lib/paper/drawn-mark";
import type { ReviewTexts } from "./answer-texts";

/** The mark, drawn on the screen from the points that are kept, as it is on paper; the typed name is printed. */
export default function Drawing({ texts }: { texts: Pick<ReviewTexts, "drawHere" | "clear"> }) {
  const [mark, setMark] = useState<Mark>([]);

  function begin(event: PointerEvent<SVGSVGElement>) {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    setMark((drawn) => [...drawn, [point]]);
  }

  function leadOn(event: PointerEvent<SVGSVGElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const point = pointOf(event);
    setMark((drawn) => ledOn(drawn, point));
  }

  return (
    <div>
      <input type="hidden" name="mark" value={mark.length === 0 ? "" : JSON.stringify(mark)} />
      <div className={classes.pad}>
        <svg
          viewBox={`0 0 ${markBox.width} ${markBox.height}`}
          role="img"
          aria-label={texts.drawHere}
          onPointerDown={begin}
          onPointerMove={leadOn}
        >
          {mark.map((stroke, at) => (
            <Stroke key={at} stroke={stroke} />
          ))}
        </svg>
      </div>
      <Button variant="subtle" size="compact-lg" onClick={() => setMark([])}>
        {texts.clear}
      </Button>
    </div>
  );
}

const Stroke = memo(({ stroke }: { stroke: Mark[number] }) => <path d={strokePath(stroke)} />);

function pointOf({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>) {
  return pointOnPad({ x: clientX, y: clientY }, currentTarget.getBoundingClientRect());
}
