import { withNumbers } from "@/lib/phone";

/** A sentence in which every number can be called. */
export function Dialled({ children }: { children: string }) {
  return withNumbers(children).map(({ text, tel, at }) =>
    tel ? (
      <a key={at} href={`tel:${tel}`}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}
