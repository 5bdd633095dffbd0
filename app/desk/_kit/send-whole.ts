import { type FormEvent, startTransition } from "react";

/** Sends a form as its action would, without the reset that follows it: what was typed and ticked stays if it is refused. */
export function sendWhole(submit: (form: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
}
