"use client";

import { useEffect, useRef, useState } from "react";
import type { Language } from "@/lib/languages";
import { beginningOf, type Progress } from "@/verifier/progress";
import { largestFile } from "@/verifier/verdict";
import { Cancelled, startWork, type Work } from "@/verifier/work";
import { workWords } from "@/verifier/work-words";
import type { CheckedFile, checkFile } from "./check-file";
import { Verdict } from "./verdict";
import classes from "./verify.module.css";
import type { VerifyTexts } from "./verify-texts";
import { Working } from "./working";

type Step =
  | { is: "idle" }
  | { is: "checking"; progress: Progress }
  | { is: "note"; text: string }
  | { is: "checked"; name: string; checked: CheckedFile };

const inWorker = {
  newWorker: () => new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" }),
  here: async (...asked: Parameters<typeof checkFile>) => {
    const { checkFile } = await import("./check-file");
    return checkFile(...asked);
  },
};

/** A file input with a label, on which a file may also be dropped; what is found stands below and is read out. */
export function VerifyFile({ language, texts }: { language: Language; texts: VerifyTexts }) {
  const [step, setStep] = useState<Step>({ is: "idle" });
  const [isOver, setIsOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const work = useRef<Work<CheckedFile | null> | null>(null);

  useEffect(() => {
    if (step.is === "checked") result.current?.focus();
  }, [step]);

  async function check(file: File | undefined) {
    if (!file) return;
    if (file.size > largestFile) return setStep({ is: "note", text: texts.tooLarge });
    if (!globalThis.crypto?.subtle) return setStep({ is: "note", text: texts.noCrypto });
    work.current?.cancel();
    const tell = (progress: Progress) => setStep({ is: "checking", progress });
    tell(beginningOf(file));
    work.current = startWork({ file, language }, tell, inWorker);
    try {
      const checked = await work.current.answer;
      setStep(checked ? { is: "checked", name: file.name, checked } : { is: "note", text: texts.unreadable });
    } catch (error) {
      if (error instanceof Cancelled) return;
      setStep({ is: "note", text: texts.failed });
      throw error;
    }
  }

  function cancel() {
    work.current?.cancel();
    setStep({ is: "note", text: workWords[language].cancelled });
  }

  function take(dropped: FileList) {
    // So that the field, too, says which file it is.
    if (field.current && dropped.length > 0) field.current.files = dropped;
    void check(dropped[0]);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the labelled input inside does the same */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <label htmlFor="file">{texts.choose}</label>
        <input
          ref={field}
          id="file"
          type="file"
          accept="application/pdf,.pdf"
          aria-describedby="file-stays"
          onClick={(event) => {
            // The same file may be chosen again after it changed.
            event.currentTarget.value = "";
          }}
          onChange={(event) => void check(event.currentTarget.files?.[0])}
        />
        <p id="file-stays">{texts.stays}</p>
      </div>
      <p role="status" className={classes.note}>
        {step.is === "checking" && texts.checking}
        {step.is === "note" && step.text}
      </p>
      {step.is === "checking" && <Working progress={step.progress} language={language} cancel={cancel} />}
      <div ref={result} tabIndex={-1} className={classes.result}>
        {step.is === "checked" && <Verdict name={step.name} checked={step.checked} texts={texts} />}
      </div>
    </>
  );
}
