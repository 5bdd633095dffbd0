"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const pause = 4_000;
/** Some ten minutes: looking on would keep the session of somebody who is gone. */
const mostLooks = 150;

/** Says that the page is about to change, and looks again while it is on the screen. */
export function LooksAgain({ words }: { words: string }) {
  const router = useRouter();
  const [looks, look] = useState(0);
  useEffect(() => {
    if (looks >= mostLooks) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") router.refresh();
      look(looks + 1);
    }, pause);
    return () => clearTimeout(timer);
  }, [looks, router]);
  return <p>{words}</p>;
}
