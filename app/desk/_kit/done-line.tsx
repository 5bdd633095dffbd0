"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import classes from "./done-line.module.css";
import { Sentence } from "./name";

/** What was done, and the next step or the way back. Names in it are marked, so that they can be hidden. */
export type Done = { words: string; next?: Next; also?: Next };
type Next = { href: string; label: string };

const kept = "candor-said";
const SayDone = createContext<(said: Done) => void>(() => {});

/** Says on top of the page what was done, also when the row it was done to is gone. */
export function useSayDone() {
  return useContext(SayDone);
}

/** As `useSayDone`, on the page that is loaded next. */
export function sayDoneOnNextPage(said: Done) {
  sessionStorage.setItem(kept, JSON.stringify(said));
}

/** The line on top of every desk page that says what was done, until one goes on or closes it. */
export function DoneLine({ close, children }: { close: string; children: ReactNode }) {
  const [said, setSaid] = useState<Done | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const here = useRef("");
  const path = usePathname();
  // What was said about one page does not follow to another.
  useEffect(() => {
    const saidBefore = takeKept();
    if (saidBefore || here.current !== path) setSaid(saidBefore);
    here.current = path;
  }, [path]);
  // What was pressed may have vanished with its row, and the focus with it.
  useEffect(() => {
    if (said && document.activeElement === document.body) line.current?.focus({ preventScroll: true });
  });
  return (
    <SayDone value={setSaid}>
      <div ref={line} role="status" tabIndex={-1} className={classes.line}>
        {said && (
          <div className={classes.said}>
            <p>
              <Sentence>{said.words}</Sentence>
            </p>
            {said.next && <a href={said.next.href}>{said.next.label}</a>}
            {said.also && <a href={said.also.href}>{said.also.label}</a>}
            <button type="button" className={classes.close} onClick={() => setSaid(null)}>
              {close}
            </button>
          </div>
        )}
      </div>
      {children}
    </SayDone>
  );
}

function takeKept(): Done | null {
  const said = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  return said ? asSaid(said) : null;
}

/** Safe because only `sayDoneOnNextPage` writes there. */
function asSaid(said: string): Done {
  return JSON.parse(said) as Done;
}
