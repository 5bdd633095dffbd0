"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import tones from "@/app/desk/_kit/tones.module.css";

/** Says how many rows are ticked; with none it stays here and says so. */
export function AskSelected({ isMain }: { isMain: boolean }) {
  const t = useTranslations("board.form");
  const button = useRef<HTMLButtonElement>(null);
  const [count, setCount] = useState(0);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    const form = button.current?.form;
    const look = () => {
      const ticked = form ? new FormData(form).getAll("patient").length : 0;
      setCount(ticked);
      if (ticked > 0) setIsMissing(false);
    };
    // What was ticked before one went on and came back is still ticked.
    look();
    form?.addEventListener("change", look);
    return () => form?.removeEventListener("change", look);
  }, []);
  return (
    <>
      <Button
        ref={button}
        type="submit"
        size="compact-md"
        variant={isMain ? "filled" : "default"}
        onClick={(event) => {
          setIsMissing(count === 0);
          if (count === 0) event.preventDefault();
        }}
      >
        {t("askSelected", { count })}
      </Button>
      <span role="status" className={tones.soon}>
        {isMissing && t("nobodyTicked")}
      </span>
    </>
  );
}
