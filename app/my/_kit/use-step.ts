"use client";

import { useCallback, useEffect, useState } from "react";
import type { SigningStep } from "./signing";

type Step = SigningStep["step"];

/** Checking is a place of its own in the browser's history, so that Back leads from it to the questions. */
export function useStep(sent: Step) {
  const [step, setStep] = useState(sent);

  useEffect(() => {
    const follow = () => setStep(stepHere());
    if (stepHere() === "review") follow();
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  const go = useCallback((next: Step) => {
    const here = stepHere();
    if (next === "read" && here === "review") return window.history.back();
    if (next === "review" && here === "read") {
      // Back leads to the first use, not to where the page happened to stand.
      window.history.scrollRestoration = "manual";
      window.history.pushState({ candorStep: next }, "");
    }
    setStep(next);
  }, []);

  return { step, go };
}

function stepHere(): Step {
  return window.history.state?.candorStep === "review" ? "review" : "read";
}
