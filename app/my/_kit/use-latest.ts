"use client";

import { useState } from "react";

/** Of the states that several actions of one form came back with, the one that came last. */
export function useLatest<T>(states: readonly (T | null)[]): T | null {
  const [seen, setSeen] = useState({ states, latest: states.find((state) => state !== null) ?? null });
  const came = states.find((state, at) => state !== seen.states[at]);
  if (came === undefined) return seen.latest;
  setSeen({ states, latest: came });
  return came;
}
