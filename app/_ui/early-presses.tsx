"use client";

import { useLayoutEffect } from "react";

declare global {
  interface Window {
    takeEarlyPress?: () => Element | null;
  }
}

const listen = `{
  let pressed = null;
  const hear = ({ target }) => { pressed = target.closest("button[type=button]") ?? pressed; };
  addEventListener("click", hear, true);
  window.takeEarlyPress = () => {
    removeEventListener("click", hear, true);
    return pressed;
  };
}`;

/** Hears what is pressed from the first byte on: of such buttons only our scripts know what they do. */
export function ListenEarly({ nonce }: { nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {listen}
    </script>
  );
}

/** Does what was pressed last before the page could. Nothing can be pressed between React's first commit and this. */
export function useEarlyPress() {
  useLayoutEffect(() => {
    const pressed = window.takeEarlyPress?.();
    window.takeEarlyPress = undefined;
    if (pressed instanceof HTMLElement) queueMicrotask(() => pressed.click());
  }, []);
}
