const block = 512;

export type TarFile = { name: string; size: number; content: AsyncIterable<Uint8Array> };

/** Files in one stream, as every system's `tar` reads it (POSIX ustar). Plain names of up to 100 letters. */
export async function* tar(files: AsyncIterable<TarFile>, at: Date): AsyncIterable<Uint8Array> {
  for await (const { name, size, content } of files) {
    yield header(name, size, at);
    yield* content;
    yield Buffer.alloc((block - (size % block)) % block);
  }
  yield Buffer.alloc(2 * block);
}

function header(name: string, size: number, at: Date): Buffer {
  if (!/^[\w./-]{1,100}$/.test(name)) throw new Error(`Not a plain file name: ${name}`);
  const bytes = Buffer.alloc(block);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  bytes.write(name, 0);
  bytes.write(octal(0o644, 7), 100);
  bytes.write(octal(0, 7), 108);
  bytes.write(octal(0, 7), 116);
  bytes.write(octal(size, 11), 124);
  bytes.write(octal(Math.floor(at.getTime() / 1000), 11), 136);
  bytes.write("        0", 148);
  bytes.write("ustar\x0000", 257, "latin1");
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return bytes;
}
