"use client";

import { useEffect, useRef, useState } from "react";
import type { Language } from "@/lib/languages";
import type { CheckedFile } from "./check-file";
import { Verdict } from "./verdict";
import classes from "./verify.module.css";
import type { VerifyTexts } from "./verify-texts";

const largest = 20 * 1024 * 1024;

type Step =
  | { is: "idle" }
  | { is: "checking" }
  | { is: "note"; text: string }
  | { is: "checked"; name: string; checked: CheckedFile };

/** A file input with a label, on which a file may also be dropped; what is found stands below and is read out. */
export function VerifyFile({ language, texts }: { language: Language; texts: VerifyTexts }) {
  const [step, setStep] = useState<Step>({ is: "idle" });
  const [isOver, setIsOver] = useState(false);
  const result = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (step.is === "checked") result.current?.focus();
  }, [step]);

  async function check(file: File | undefined) {
    if (!file) return;
    if (file.size > largest) return setStep({ is: "note", text: texts.tooLarge });
    if (!globalThis.crypto?.subtle) return setStep({ is: "note", text: texts.noCrypto });
    setStep({ is: "checking" });
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return setStep({ is: "note", text: texts.unreadable });
    const { checkFile } = await import("./check-file");
    setStep({ is: "checked", name: file.name, checked: await checkFile(new Uint8Array(bytes), language) });
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
          void check(event.dataTransfer.files[0]);
        }}
      >
        <label htmlFor="file">{texts.choose}</label>
        <input
          id="file"
          type="file"
          accept="application/pdf,.pdf"
          aria-describedby="file-stays"
          onChange={(event) => {
            void check(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
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
