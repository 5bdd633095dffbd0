"use client";

import { useEffect, useRef } from "react";

/**
 * Asks before a page with something half typed is left. Returns what to call when it is left on purpose. A link
 * that would only change the page in place becomes a whole new page, which is what the browser asks about; one marked
 * `data-on-purpose` is not asked about.
 */
export function useUnsaved(isChanged: boolean): () => void {
  const isMeant = useRef(false);
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!isMeant.current) event.preventDefault();
    };
    const load = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!link || !isPlain || link.target || isSamePage(link)) return;
      if ("onPurpose" in link.dataset) isMeant.current = true;
      event.preventDefault();
      event.stopPropagation();
      location.assign(link.href);
    };
    window.addEventListener("beforeunload", ask);
    document.addEventListener("click", load, true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", load, true);
    };
  }, [isChanged]);
  return () => {
    isMeant.current = true;
  };
}

function isSamePage(link: HTMLAnchorElement): boolean {
  return link.hash !== "" && link.pathname === location.pathname && link.search === location.search;
}
