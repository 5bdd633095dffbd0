import { beginningOf, type Tell } from "./progress";

/** Every browser reads a stream by its reader; not every one goes through it with `for await`. */
export async function* partsOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Null where the file was moved, or may not be read. */
export async function readChosen(file: File, tell: Tell): Promise<Uint8Array | null> {
  const total = file.size;
  const bytes = new Uint8Array(total);
  let done = 0;
  await tell(beginningOf(file));
  try {
    for await (const part of partsOf(file)) {
      bytes.set(part, done);
      done += part.length;
      await tell({ file: file.name, step: "reading", done, total });
    }
  } catch (error) {
    if (error instanceof DOMException || error instanceof RangeError) return null;
    throw error;
  }
  return done === total ? bytes : null;
}
