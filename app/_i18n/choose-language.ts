"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { languages } from "@/lib/languages";
import { keepLanguage } from "./keep-language";

/** The visible language switch; it changes what one reads from now on, and comes back to the same page. */
export async function chooseLanguage(form: FormData) {
  const language = languages.find((known) => known === form.get("language"));
  if (language) await keepLanguage(language);
  redirect(pathOf((await headers()).get("referer")));
}

function pathOf(address: string | null): string {
  const url = URL.parse(address ?? "");
  return url ? `${url.pathname}${url.search}` : "/";
}
