import type { LocaleTexts } from "@/locales/texts";

/** Whoever refuses names what is refused, so the keys of refusals are any; `lib/refusals.test.ts` holds them together. */
type Refusals = Record<"refusals" | "formRefusals", Record<string, string>>;

declare module "use-intl" {
  interface AppConfig {
    Messages: Omit<LocaleTexts, keyof Refusals> & Refusals;
  }
}
