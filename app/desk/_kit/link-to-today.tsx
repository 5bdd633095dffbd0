"use client";

import { useParams } from "next/navigation";
import { routes } from "@/lib/routes";

/** A page for what was not found is not told its address, so the practice is read from the browser's. */
export function LinkToToday({ children }: { children: string }) {
  const { practice } = useParams<{ practice: string }>();
  return <a href={routes.desk(practice)}>{children}</a>;
}
