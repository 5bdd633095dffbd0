"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const pause = 1_500;
/** Some two minutes: looking on would keep the session of somebody who is gone. */
const mostLooks = 80;

/** Looks again by itself until the picture is there. */
export function Drawing({ words }: { words: string }) {
  const router = useRouter();
  const [looks, look] = useState(0);
  useEffect(() => {
    if (looks >= mostLooks) return;
    const timer = setTimeout(() => {
      router.refresh();
      look(looks + 1);
    }, pause);
    return () => clearTimeout(timer);
  }, [looks, router]);
  return <p role="status">{words}</p>;
}
