// @vitest-environment jsdom
import { act, useRef } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useRewritten } from "./use-rewritten";

type Shown = { textSha256: string; words: string[] };

function Page({ textSha256, words }: Shown) {
  const part = useRef<HTMLFormElement>(null);
  const isSeen = useRewritten(part, textSha256, words);
  return (
    <form ref={part}>
      {words.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {isSeen && <output>seen</output>}
    </form>
  );
}

let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const at = document.createElement("div");
  document.body.replaceChildren(at);
  root = createRoot(at);
});
afterEach(() => act(() => root.unmount()));

const show = (shown: Shown) => act(() => root.render(<Page {...shown} />));
const isSeen = () => document.querySelector("output") !== null;

/** As Chromium does: what stood there is taken away, and another word in elements of the browser stands in its place. */
async function translate() {
  await act(async () => {
    for (const p of document.querySelectorAll("p")) {
      const font = document.createElement("font");
      font.textContent = "Texte traduit";
      p.replaceChildren(font);
    }
    await new Promise((done) => setTimeout(done));
  });
}

test("what is there as it was sent is not seen, whatever step is shown", async () => {
  await show({ textSha256: "a", words: ["Recording", "I look back"] });
  expect(isSeen()).toBe(false);
  await show({ textSha256: "a", words: ["Please check", "Recording"] });
  await act(() => new Promise((done) => setTimeout(done)));
  expect(isSeen()).toBe(false);
});

test("what the browser puts in its place is seen, and stays seen in the next step", async () => {
  await show({ textSha256: "a", words: ["Recording"] });
  await translate();
  expect(isSeen()).toBe(true);
  await show({ textSha256: "a", words: ["Please check"] });
  expect(isSeen()).toBe(true);
});
