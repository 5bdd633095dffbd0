"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ownPath } from "@/lib/auth/paths";
import { env } from "@/lib/env";
import { languages } from "@/lib/languages";
import { keepLanguage } from "./keep-language";

/** The visible language switch; it changes what one reads from now on, and comes back to the same page. */
export async function chooseLanguage(form: unknown) {
  const wanted = form instanceof FormData ? form.get("language") : null;
  const language = languages.find((known) => known === wanted);
  if (language) await keepLanguage(language);
  redirect(ownPath((await headers()).get("referer"), env().appUrl) ?? "/");
}
