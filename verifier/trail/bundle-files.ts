/** The files of an exported trail, wherever they lie: in a folder, in an archive, among what was dropped on a page. */
export type BundleFiles = {
  /** What their reader calls them. */
  name: string;
  /** Null where there is no such file. */
  open(file: string): Promise<AsyncIterable<Uint8Array> | null>;
};

export type BundleFault =
  | "bundle-file-missing"
  | "bundle-line-ends"
  | "bundle-line-too-long"
  | "not-a-bundle"
  | "older-export-broken";

/** What was not written by an export, with the file in which that shows. */
export class UnfitBundle extends Error {
  override name = "UnfitBundle";
  constructor(
    readonly reason: BundleFault,
    readonly file: string,
  ) {
    super(`${reason}: ${file}`);
  }
}

/** As it stands: bytes that are no UTF-8 become letters that no fingerprint fits. */
export async function textOf(files: BundleFiles, file: string): Promise<AsyncIterable<string>> {
  const content = await files.open(file);
  if (!content) throw new UnfitBundle("bundle-file-missing", file);
  return decoded(content, file);
}

async function* decoded(content: AsyncIterable<Uint8Array>, file: string): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const parts = content[Symbol.asyncIterator]();
  for (;;) {
    const next = await parts.next().catch(() => {
      throw new UnfitBundle("not-a-bundle", file);
    });
    if (next.done) break;
    yield decoder.decode(next.value, { stream: true });
  }
  yield decoder.decode();
}
