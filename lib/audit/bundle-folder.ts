import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";
import type { BundleFiles } from "@/verifier/trail/bundle-files";

/** The files of an export in the folder it wrote. */
export function bundleFolder(folder: string): BundleFiles {
  return {
    name: folder,
    async open(file) {
      const isThere = await access(path.join(folder, file)).then(
        () => true,
        () => false,
      );
      return isThere ? createReadStream(path.join(folder, file)) : null;
    },
  };
}
