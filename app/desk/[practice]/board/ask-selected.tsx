"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { withQuery } from "@/app/desk/_kit/search-params";
import { keepTicked, tickedPatients } from "@/app/desk/_kit/ticked";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";

/** How many are ticked, here and in other views of the board; with none it stays here and says so. */
export function AskSelected(props: { practice: string; text: string | null; isMain: boolean }) {
  const { practice, text, isMain } = props;
  const t = useTranslations("board.form");
  const button = useRef<HTMLButtonElement>(null);
  const [ticked, setTicked] = useState({ count: 0, elsewhere: 0 });
  const [isMissing, setIsMissing] = useState(false);
  const boxes = useCallback(
    () => [...(button.current?.form?.querySelectorAll<HTMLInputElement>("input[name=patient]") ?? [])],
    [],
  );
  const show = useCallback(
    (all: readonly string[]) => {
      const here = new Set(boxes().map(({ value }) => value));
      for (const box of boxes()) box.checked = all.includes(box.value);
      const whole = button.current?.form?.querySelector<HTMLInputElement>("thead input");
      if (whole) whole.checked = boxes().every((box) => box.checked);
      setTicked({ count: all.length, elsewhere: all.filter((id) => !here.has(id)).length });
      if (all.length > 0) setIsMissing(false);
      keepTicked(practice, all);
    },
    [boxes, practice],
  );
  useEffect(() => {
    const form = button.current?.form;
    const look = () => {
      const here = new Set(boxes().map(({ value }) => value));
      const elsewhere = tickedPatients(practice).filter((id) => !here.has(id));
      show([...elsewhere, ...checked()]);
    };
    const checked = () => boxes().flatMap((box) => (box.checked ? box.value : []));
    const showKept = () => show(tickedPatients(practice));
    // Who was ticked before any script had come stays ticked too.
    show([...new Set([...tickedPatients(practice), ...checked()])]);
    form?.addEventListener("change", look);
    window.addEventListener("pageshow", showKept);
    return () => {
      form?.removeEventListener("change", look);
      window.removeEventListener("pageshow", showKept);
    };
  }, [boxes, show, practice]);
  return (
    <>
      <Button
        ref={button}
        type="submit"
        size="compact-md"
        variant={isMain ? "filled" : "default"}
        onClick={(event) => {
          event.preventDefault();
          setIsMissing(ticked.count === 0);
          if (ticked.count > 0) location.assign(withQuery(routes.ask(practice), { from: "ticked", text }));
        }}
      >
        {t("askSelected", { count: ticked.count })}
      </Button>
      {ticked.elsewhere > 0 && <span>{t("elsewhere", { count: ticked.elsewhere })}</span>}
      {ticked.count > 0 && (
        <Button variant="subtle" size="compact-md" onClick={() => show([])}>
          {t("untick")}
        </Button>
      )}
      <span role="status" className={tones.soon}>
        {isMissing && t("nobodyTicked")}
      </span>
    </>
  );
}
