"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { languages } from "@/lib/languages";
import { languageCookie } from "./language-cookie";

/** The visible language switch; it changes what one reads from now on, and comes back to the same page. */
export async function chooseLanguage(form: FormData) {
  const language = languages.find((known) => known === form.get("language"));
  const secure = (await headers()).get("x-forwarded-proto") === "https";
  if (language) {
    const year = 365 * 24 * 60 * 60;
    (await cookies()).set(languageCookie, language, { path: "/", sameSite: "lax", maxAge: year, secure });
  }
  redirect(pathOf((await headers()).get("referer")));
}

function pathOf(address: string | null): string {
  const url = URL.parse(address ?? "");
  return url ? `${url.pathname}${url.search}` : "/";
}
