"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** Says what is waited for, and loads the page again until it is there. */
export function AutoRefresh(props: {
  words: string;
  everyMs: number;
  /** Going on for ever would keep the session of somebody who is gone. */
  times: number;
}) {
  const { words, everyMs, times } = props;
  const router = useRouter();
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    if (looks >= times) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") router.refresh();
      setLooks(looks + 1);
    }, everyMs);
    return () => clearTimeout(timer);
  }, [looks, times, everyMs, router]);
  return <p role="status">{words}</p>;
}
