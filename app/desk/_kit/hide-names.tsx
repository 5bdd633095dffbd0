"use client";

import { useState } from "react";
import classes from "./desk.module.css";
import { namesCookie } from "./names-cookie";

/** Before sharing one's screen. A cookie keeps it, so that no page ever shows a name for a moment first. */
export function HideNames({ hidden, labels }: { hidden: boolean; labels: { hide: string; show: string } }) {
  const [isHidden, setIsHidden] = useState(hidden);
  function turn() {
    const next = !isHidden;
    // biome-ignore lint/suspicious/noDocumentCookie: two fixed words, and the Cookie Store API is younger than our browser floor
    document.cookie = `${namesCookie}=${next ? "hidden" : "shown"}; path=/desk; max-age=31536000; samesite=lax`;
    document.querySelector("[data-names]")?.setAttribute("data-names", next ? "hidden" : "shown");
    setIsHidden(next);
  }
  return (
    <button type="button" className={classes.tool} onClick={turn}>
      {isHidden ? labels.show : labels.hide}
    </button>
  );
}
