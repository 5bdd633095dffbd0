import next from "next";
import { assertAppRole, assertNoUnknownPooler, closeDatabase, database } from "@/db/client";
import { staffOfCookies } from "@/lib/auth/staff-of-cookies";
import { env } from "@/lib/env";
import { watchDatabase } from "@/server/database-watch";
import { drain } from "@/server/door/drain";
import { frontDoor } from "@/server/door/front-door";
import { keepFilesPrivate } from "@/server/embedded/data-folder";
import { log, quietConsole, safeError } from "@/server/log";
import { onStop } from "@/server/stop-signal";

const development = process.env.NODE_ENV === "development";
const { host, port, appUrl, demo, trustedProxy } = env();
const settings = { appUrl, demo, trustedProxy, development, https: appUrl.startsWith("https:") };
keepFilesPrivate();
if (!development) quietConsole();

// Next calls itself under this name to render the page an action redirects to.
const hostname = ["0.0.0.0", "::"].includes(host) ? "localhost" : host;
const app = next({ dev: development, hostname, port });
const databaseIsUp = watchDatabase(database());
let draining = false;

await app.prepare();
if (await databaseIsUp()) {
  await assertAppRole(database());
  await assertNoUnknownPooler(database());
}

const server = frontDoor({
  settings,
  handle: app.getRequestHandler(),
  databaseIsUp,
  isDraining: () => draining,
  staffOfCookies,
});
if (development) server.on("upgrade", app.getUpgradeHandler());
server.on("error", (error) => {
  log.fatal(safeError(error), "cannot listen");
  process.exit(1);
});
server.listen(port, host, () => log.info({ host, port }, "listening"));

onStop(async () => {
  draining = true;
  const how = await drain(server, 6_000);
  log.info({ how }, "web stopped");
  const closed = Promise.all([app.close(), closeDatabase()]);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 500))]);
  process.exit(0);
});
