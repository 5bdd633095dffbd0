import { readFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import path from "node:path";
import { database } from "@/db/client";

/** What the figures were taken on. A figure without this cannot be compared with another. */
export async function describeMachine() {
  const [server] = await database()`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as commit`;
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    versions: {
      node: process.version,
      PostgreSQL: String(server?.version),
      ...Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
    },
    postgres: { fsync: String(server?.fsync), synchronousCommit: String(server?.commit) },
  };
}

const packages = ["next", "react", "@mantine/core", "drizzle-orm", "postgres", "@react-pdf/renderer"];

function versionOf(name: string): string {
  return parsePackage(readFileSync(path.join("node_modules", name, "package.json"), "utf8")).version;
}

/** Every installed package has a version; npm would not have installed it otherwise. */
function parsePackage(text: string) {
  return JSON.parse(text) as { version: string };
}
