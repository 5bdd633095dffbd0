import type { Language } from "@/lib/languages";

export const platformKinds = ["video", "phone", "in-person"] as const;
export type PlatformKind = (typeof platformKinds)[number];
export type NamedPlatform = { kind: PlatformKind; name: string };

const withoutVideo = {
  phone: { en: "phone", es: "teléfono" },
  "in-person": { en: "in person", es: "en persona" },
};

/** A service by its own name; phone and in person as the language says it, to stand inside a sentence. */
export function platformName({ kind, name }: NamedPlatform, language: Language): string {
  return kind === "video" ? name : withoutVideo[kind][language];
}
