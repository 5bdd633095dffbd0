import type { DisclosureKind } from "@/lib/disclosures/kinds";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import type { ConsentState } from "./consent-state";

export type Audience = "everyone" | "on-video" | "recorded" | "by-hand";

/** What one patient says to one kind of text, as far as it decides what else they need. */
export type Held = { kind: DisclosureKind; state: Pick<ConsentState, "word" | "yes"> };

/**
 * Whether a patient who holds this needs a text for that audience; what is given out by hand nobody needs by rule.
 * Who meets by video is known from how they meet and, where nobody has said that, from their yes to it.
 */
export function needs(
  audience: Audience,
  held: readonly Held[],
  meetsBy: PlatformKind | null = null,
): boolean {
  switch (audience) {
    case "everyone":
      return true;
    case "on-video":
      return meetsBy ? meetsBy === "video" : holdsYes(held, "platform-disclosure");
    case "recorded":
      return holdsYes(held, "recording-consent");
    case "by-hand":
      return false;
  }
}

function holdsYes(held: readonly Held[], wanted: DisclosureKind): boolean {
  return held.some(({ kind, state }) => kind === wanted && state.word === "given" && state.yes.length > 0);
}
