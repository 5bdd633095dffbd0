"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import classes from "./copy-progress.module.css";

const pauses = [200, 200, 300, 500, 1_000];
const lateAfter = 15;
/** Some two minutes: looking on would keep the session of somebody who is gone. */
const mostLooks = 70;

/** Looks again by itself until the copy is there; without JavaScript a link does it. */
export function CopyProgress({
  waiting,
  late,
  reload,
  here,
}: Record<"waiting" | "late" | "reload" | "here", string>) {
  const router = useRouter();
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    if (looks >= mostLooks) return;
    const timer = setTimeout(() => {
      router.refresh();
      setLooks(looks + 1);
    }, pauses[looks] ?? 2_000);
    return () => clearTimeout(timer);
  }, [looks, router]);

  return (
    <>
      <p role="status" className={classes.waiting}>
        {looks < lateAfter ? waiting : late}
      </p>
      <noscript>
        <a href={here}>{reload}</a>
      </noscript>
    </>
  );
}
