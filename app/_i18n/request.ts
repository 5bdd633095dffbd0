import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { asLanguage, type Language, languages } from "@/lib/languages";
import { localeTexts } from "@/locales/texts";
import { languageCookie } from "./language-cookie";

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = asked ? asLanguage(asked) : await requestLanguage();
  return { locale, messages: localeTexts(locale), timeZone: "UTC" };
});

/** What the person chose by the visible switch or at sign-in, else the first language of the browser that we speak. */
export async function requestLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(languageCookie)?.value;
  const preferred = (await headers()).get("accept-language") ?? "";
  const wishes = [chosen ?? "", ...preferred.split(",").map((wish) => wish.trim().slice(0, 2).toLowerCase())];
  return wishes.flatMap((wish) => languages.find((language) => language === wish) ?? [])[0] ?? "en";
}
