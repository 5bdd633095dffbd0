"use client";

import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import classes from "./desk.module.css";

/** The scheme is known only in the browser, so one label serves both directions and nothing jumps. */
export function SchemeSwitch({ label }: { label: string }) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  return (
    <button
      type="button"
      className={classes.tool}
      onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
    >
      {label}
    </button>
  );
}
