import { notFound } from "next/navigation";
import { z } from "zod";
import { whyNotSlug } from "@/lib/practices/rules";

type Named = Readonly<Record<string, string>>;

/** What an address names: the practice by its slug, all else by ids. What could never be one is absent: 404. */
export async function checkedParams<P extends Named>(params: Promise<P>): Promise<P> {
  const named = await params;
  if (!Object.entries(named).every(([name, value]) => isOne(name, value))) notFound();
  return named;
}

function isOne(name: string, value: string): boolean {
  return name === "practice" ? whyNotSlug(value) === null : z.uuid().safeParse(value).success;
}
