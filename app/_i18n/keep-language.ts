import { cookies, headers } from "next/headers";
import type { Language } from "@/lib/languages";
import { languageCookie } from "./language-cookie";

const year = 365 * 24 * 60 * 60;

/** What one reads from now on, in this browser. */
export async function keepLanguage(language: Language): Promise<void> {
  const secure = (await headers()).get("x-forwarded-proto") === "https";
  (await cookies()).set(languageCookie, language, { path: "/", sameSite: "lax", maxAge: year, secure });
}
