"use client";

import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import { type LineProblem, readPastedLines } from "@/lib/rooms/pasted-lines";
import type { Lacking, Line } from "./line";

type Props = { people: readonly Lacking[]; fill: (ownerId: string, line: Line) => void };

/** A list as it is kept elsewhere. Lines that fit go into the table, the others stay here and say why. */
export function PasteLines({ people, fill }: Props) {
  const t = useTranslations("rooms.links");
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<{ line: string; problem: LineProblem }[]>([]);
  const [placed, setPlaced] = useState<number | null>(null);
  return (
    <div>
      <Textarea
        label={t("paste")}
        description={t("pasteHint")}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button variant="default" size="compact-md" mt={8} disabled={!text.trim()} onClick={place}>
        {t("place")}
      </Button>
      <div role="status">
        {placed !== null && <p>{t("placed", { count: placed, left: problems.length })}</p>}
        {problems.length > 0 && (
          <ul>
            {problems.map(({ line, problem }, index) => (
              <li key={`${index}${line}`}>
                <span data-private>{line.slice(0, 80)}</span>{" "}
                <span className={tones.soon}>{t(`problem.${problem}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );

  function place() {
    const read = readPastedLines(text, people);
    const left = read.flatMap((one) => ("problem" in one ? [one] : []));
    for (const one of read) if (!("problem" in one)) fill(one.ownerId, one);
    setProblems(left);
    setPlaced(read.length - left.length);
    setText(left.map(({ line }) => line).join("\n"));
  }
}
