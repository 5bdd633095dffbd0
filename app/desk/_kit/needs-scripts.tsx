"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import steps from "./steps.module.css";

/** Fields that only scripts can read wait for them: nothing chosen or pressed before is lost without a word. */
export function NeedsScripts({ children }: { children: ReactNode }) {
  const areThere = useSyncExternalStore(never, inBrowser, onServer);
  return (
    <fieldset disabled={!areThere} className={steps.bare}>
      {children}
    </fieldset>
  );
}

const never = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;
