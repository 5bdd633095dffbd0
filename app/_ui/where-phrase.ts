import { getTranslations } from "next-intl/server";
import type { NamedPlatform } from "@/lib/platforms/platform-name";

/** How one meets, to stand inside a sentence: on a service, by phone, in person. */
export async function wherePhrase(): Promise<(platform: NamedPlatform) => string> {
  const t = await getTranslations("placing.on");
  return ({ kind, name }) => t(kind, { name });
}
