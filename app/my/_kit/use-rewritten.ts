"use client";

import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { isRewritten } from "./is-rewritten";

/**
 * Whether the browser wrote over what was sent, now or at any time since this text came. Where there is no script
 * nobody can say. Looked at before the page is drawn, so that the words of one step are not sought in the next.
 */
export function useRewritten(
  page: RefObject<HTMLElement | null>,
  textSha256: string,
  sent: readonly string[],
): boolean {
  const [seenOf, setSeenOf] = useState<string | null>(null);
  const wasSeen = seenOf === textSha256;
  const words = sent.join("\n");

  useLayoutEffect(() => {
    const part = page.current;
    if (!part || wasSeen) return;
    const look = () => {
      if (isRewritten(part, words.split("\n"))) setSeenOf(textSha256);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(part, { subtree: true, childList: true, characterData: true });
    look();
    return () => watcher.disconnect();
  }, [page, textSha256, words, wasSeen]);

  // What the browser put in the place of our words stays there when React writes to those it took away.
  useEffect(() => {
    if (seenOf && !wasSeen) window.location.reload();
  }, [seenOf, wasSeen]);

  return wasSeen;
}
