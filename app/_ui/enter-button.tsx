import { VisuallyHidden } from "@mantine/core";

/** The Enter key presses a form's first button: this one, for the form's own action. Safari skips what is not drawn. */
export function EnterButton({ form }: { form?: string }) {
  return (
    <VisuallyHidden aria-hidden>
      <button type="submit" form={form} tabIndex={-1} />
    </VisuallyHidden>
  );
}
