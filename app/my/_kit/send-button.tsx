"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentPropsWithoutRef } from "react";
import { useFormStatus } from "react-dom";

type Props = ButtonProps & Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps>;

/** The wide button of a patient's form: it shows that what was pressed is on its way. */
export function SendButton(props: Props) {
  const { pending } = useFormStatus();
  return (
    <Button
      size="lg"
      fullWidth
      {...props}
      type="submit"
      aria-disabled={pending}
      data-disabled={pending || undefined}
    />
  );
}
