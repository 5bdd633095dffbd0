"use client";

import { useEffect, useRef, useState } from "react";
import type { Language } from "@/lib/languages";
import { largestFile } from "@/verifier/verdict";
import type { CheckedFile } from "./check-file";
import { Verdict } from "./verdict";
import classes from "./verify.module.css";
import type { VerifyTexts } from "./verify-texts";

type Step =
  | { is: "idle" }
  | { is: "checking" }
  | { is: "note"; text: string }
  | { is: "checked"; name: string; checked: CheckedFile };

/** A file input with a label, on which a file may also be dropped; what is found stands below and is read out. */
export function VerifyFile({ language, texts }: { language: Language; texts: VerifyTexts }) {
  const [step, setStep] = useState<Step>({ is: "idle" });
  const [isOver, setIsOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (step.is === "checked") result.current?.focus();
  }, [step]);

  async function check(file: File | undefined) {
    if (!file) return;
    if (file.size > largestFile) return setStep({ is: "note", text: texts.tooLarge });
    if (!globalThis.crypto?.subtle) return setStep({ is: "note", text: texts.noCrypto });
    setStep({ is: "checking" });
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return setStep({ is: "note", text: texts.unreadable });
    try {
      const { checkFile } = await import("./check-file");
      setStep({ is: "checked", name: file.name, checked: await checkFile(new Uint8Array(bytes), language) });
    } catch (error) {
      setStep({ is: "note", text: texts.failed });
      throw error;
    }
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
      <div ref={result} tabIndex={-1} className={classes.result}>
        {step.is === "checked" && <Verdict name={step.name} checked={step.checked} texts={texts} />}
      </div>
    </>
  );
}
