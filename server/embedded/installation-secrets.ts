import { hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { makeDataFolder } from "./data-folder";

const secretsFile = z.object({
  authSecret: z.string(),
  masterKey: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
});
type InstallationSecrets = z.infer<typeof secretsFile>;

/** The secrets kept in the data folder, made at the first start; only their owner can read them. */
export function installationSecrets(dataDir: string): InstallationSecrets {
  makeDataFolder(dataDir);
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    const made: InstallationSecrets = {
      authSecret: randomBytes(32).toString("base64"),
      masterKey: randomBytes(32).toString("base64"),
      ownerPassword: randomBytes(24).toString("hex"),
      appPassword: randomBytes(24).toString("hex"),
    };
    writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return secretsFile.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Next's key for what server actions carry: the same for every build and process of one installation. */
export function serverActionsKey(authSecret: string): string {
  return Buffer.from(hkdfSync("sha256", authSecret, "", "candor server actions", 32)).toString("base64");
}
