"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { routes } from "@/lib/routes";
import type { CheckedFile } from "./check-file";
import classes from "./verify.module.css";
import type { VerifyTexts } from "./verify-texts";

type Question = { sha256: string; practice: string; named: CheckedFile["named"] };

/** By choice: asks the practice's server, with the fingerprint and the entry the file names, whether it still counts. */
export function Standing({ texts, ...question }: Question & { texts: VerifyTexts }) {
  const [word, setWord] = useState<string | null>(null);
  const { title, what, ask, asking, failed, words } = texts.standing;

  async function find() {
    setWord(asking);
    setWord(words[(await askStanding(question)) ?? ""] ?? failed);
  }

  return (
    <section className={classes.answer}>
      <h3>{title}</h3>
      <p className={classes.limits}>{what}</p>
      <p role="status" className={classes.says}>
        {word}
      </p>
      <Button variant="default" onClick={() => void find()}>
        {ask}
      </Button>
    </section>
  );
}

async function askStanding(question: Question): Promise<string | null> {
  try {
    const response = await fetch(routes.documentStanding, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(question),
    });
    const answer: unknown = response.ok ? await response.json() : null;
    return isStanding(answer) ? answer.stands : null;
  } catch {
    return null;
  }
}

function isStanding(answer: unknown): answer is { stands: string } {
  return (
    typeof answer === "object" && answer !== null && "stands" in answer && typeof answer.stands === "string"
  );
}
