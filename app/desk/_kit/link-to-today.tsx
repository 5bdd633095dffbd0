"use client";

import { useParams } from "next/navigation";
import { routes } from "@/lib/routes";

/** For the page about nothing, which is not told the address it stands at. */
export function LinkToToday({ children }: { children: string }) {
  const { practice } = useParams<{ practice: string }>();
  return <a href={routes.desk(practice)}>{children}</a>;
}
