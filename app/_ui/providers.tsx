"use client";

import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import { cssVariables, theme } from "./theme";

export function Providers({ nonce, children }: { nonce: string; children: React.ReactNode }) {
  setNonce(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
