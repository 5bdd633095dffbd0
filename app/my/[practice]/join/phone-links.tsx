import { withNumbers } from "@/lib/dialling";

/** A sentence in which every number can be called, or written to. */
export function PhoneLinks({ children }: { children: string }) {
  return withNumbers(children).map(({ text, href, at }) =>
    href ? (
      <a key={at} href={href}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}
