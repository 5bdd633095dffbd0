"use client";

import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import { useState } from "react";
import { useEarlyPress } from "./early-presses";
import { cssVariables, theme } from "./theme";

export function Providers({ nonce, children }: { nonce: string; children: React.ReactNode }) {
  // After a redirect by an action the layout comes with the next response's nonce, but the document keeps its own.
  const [own] = useState(nonce);
  setNonce(own);
  useEarlyPress();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => own}
    >
      {children}
    </MantineProvider>
  );
}
