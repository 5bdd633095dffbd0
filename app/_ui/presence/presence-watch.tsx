"use client";

import { Button } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetInTab } from "@/app/_ui/kept-in-tab";
import { hereAction, lockAction } from "./actions";
import classes from "./presence.module.css";

type Word = "asking" | "closesSoon" | "here" | "closed" | "kept" | "signIn" | "goOn" | "notYet";
type Props = { who: string; limit: number; signIn: string; words: Record<Word, string> };
type News = "here" | "closed";

const minute = 60_000;
const signs = ["keydown", "pointerdown", "scroll"] as const;
/** Sent by the key that locks the page. */
export const lockEvent = "candor-lock";

export function PresenceWatch({ who, limit, signIn, words }: Props) {
  const [state, setState] = useState<"here" | "asked" | "closed">("here");
  const [isRefused, setIsRefused] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const seen = useRef({ at: 0, told: 0, closed: false });
  const channel = useRef<BroadcastChannel>(null);

  const close = useCallback(() => {
    if (seen.current.closed) return;
    seen.current.closed = true;
    setState("closed");
    forgetInTab();
    channel.current?.postMessage("closed" satisfies News);
    void lockAction(null, {});
  }, []);

  useEffect(() => {
    const now = Date.now();
    seen.current = { at: now, told: now, closed: false };
    const others = new BroadcastChannel("candor-presence");
    channel.current = others;
    others.onmessage = ({ data }: MessageEvent<News>) => {
      if (data === "closed") close();
      else seen.current.at = Date.now();
    };
    const notice = () => {
      const last = seen.current;
      if (last.closed) return;
      last.at = Date.now();
      setState("here");
      // The session ends by the server's clock, which hears of a reader only when told.
      if (last.at - last.told < 4 * minute) return;
      last.told = last.at;
      others.postMessage("here" satisfies News);
      void hereAction(null, { who });
    };
    const look = setInterval(() => {
      const idle = Date.now() - seen.current.at;
      if (seen.current.closed) return;
      if (idle >= limit - minute) close();
      else setState(idle >= limit - 3 * minute ? "asked" : "here");
    }, 5_000);
    for (const sign of signs) document.addEventListener(sign, notice, { passive: true });
    window.addEventListener(lockEvent, close);
    return () => {
      clearInterval(look);
      for (const sign of signs) document.removeEventListener(sign, notice);
      window.removeEventListener(lockEvent, close);
      others.close();
    };
  }, [who, limit, close]);

  useEffect(() => {
    if (state === "here") dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [state]);

  async function goOn() {
    const answer = await hereAction(null, { who });
    const isBack = answer?.ok === true && answer.value;
    setIsRefused(!isBack);
    if (!isBack) return;
    const now = Date.now();
    seen.current = { at: now, told: now, closed: false };
    setState("here");
  }

  return (
    <dialog
      ref={dialog}
      className={state === "closed" ? classes.closed : classes.asked}
      aria-labelledby="presence"
      onCancel={(event) => state === "closed" && event.preventDefault()}
    >
      <div className={classes.sheet}>
        <h2 id="presence">{state === "closed" ? words.closed : words.asking}</h2>
        <p>{state === "closed" ? words.kept : words.closesSoon}</p>
        {state === "closed" ? (
          <div className={classes.ways}>
            <a href={signIn} target="_blank" rel="noopener">
              {words.signIn}
            </a>
            <Button onClick={goOn}>{words.goOn}</Button>
            <span role="status">{isRefused && words.notYet}</span>
          </div>
        ) : (
          <Button autoFocus>{words.here}</Button>
        )}
      </div>
    </dialog>
  );
}
