import { Anchor } from "@mantine/core";

/** A mail's plain text, in which addresses of our own can be followed, on whichever name this page was opened. */
export function TextWithLinks({ text, origin }: { text: string; origin: string }) {
  const pieces = text.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {pieces.map((piece, position) => {
        const href = pathWithin(piece, origin);
        if (!href) return piece;
        return (
          <Anchor key={`${position} ${href}`} href={href} underline="always">
            {piece}
          </Anchor>
        );
      })}
    </div>
  );
}

function pathWithin(piece: string, origin: string): string | null {
  const url = piece.startsWith("http") ? URL.parse(piece) : null;
  return url?.origin === origin ? `${url.pathname}${url.search}` : null;
}
