"use client";

import { Button } from "@mantine/core";
import type { Language } from "@/lib/languages";
import type { Progress } from "@/verifier/progress";
import { sayProgress, workWords } from "@/verifier/work-words";
import classes from "./verify.module.css";

/** How far the check is, and the way to end it. */
export function Working({
  progress,
  language,
  cancel,
}: {
  progress: Progress;
  language: Language;
  cancel: () => void;
}) {
  const { text, value } = sayProgress(progress, language);
  return (
    <div className={classes.working}>
      <p id="progress">{text}</p>
      <progress aria-labelledby="progress" value={value} />
      <Button variant="default" onClick={cancel}>
        {workWords[language].cancel}
      </Button>
    </div>
  );
}
