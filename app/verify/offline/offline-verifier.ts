import { access } from "node:fs/promises";
import path from "node:path";

export function offlineVerifier(): string {
  return path.join(process.cwd(), "dist", "verify.html");
}

export async function hasOfflineVerifier(): Promise<boolean> {
  return access(offlineVerifier()).then(
    () => true,
    () => false,
  );
}
