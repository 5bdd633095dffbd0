import { cookies } from "next/headers";
import { sessionCookie } from "@/lib/auth/session-cookie";
import type { Language } from "@/lib/languages";
import { languageCookie } from "./language-cookie";

const year = 365 * 24 * 60 * 60;

/** What one reads from now on, in this browser. */
export async function keepLanguage(language: Language): Promise<void> {
  const { secure } = sessionCookie().options;
  (await cookies()).set(languageCookie, language, { path: "/", sameSite: "lax", maxAge: year, secure });
}
