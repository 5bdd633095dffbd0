"use client";

import { Button } from "@mantine/core";

export function PrintButton({ children }: { children: string }) {
  return (
    <Button variant="default" className="no-print" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
