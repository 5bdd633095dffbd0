import { assertAppRole, assertNoUnknownPooler, closeDatabase, connect, database } from "@/db/client";
import { env } from "@/lib/env";
import { sweeps } from "@/lib/sweeps/sweeps";
import { keepFilesPrivate } from "@/server/embedded/data-folder";
import { log, quietConsole, safeError } from "@/server/log";
import { onStop } from "@/server/stop-signal";
import { wakeable } from "@/server/wakeable";

const poll = 2_000;
const longestPause = 30_000;

keepFilesPrivate();
quietConsole();
const stopping = new AbortController();
const listener = connect(env().databaseListenUrl ?? env().databaseUrl, {
  max: 1,
  applicationName: "candor-worker-listener",
});
const loops = sweeps.map((sweep) => ({ sweep, bell: wakeable() }));
const wake = (woken = loops) => {
  for (const { bell } of woken) bell.wake();
};
const wakeUrgent = () => wake(loops.filter(({ sweep }) => !sweep.every));

onStop(async () => {
  stopping.abort();
  wake();
  setTimeout(() => process.exit(1), 14_000).unref();
});

await Promise.all([assertAppRole(database()), assertNoUnknownPooler(database())]).catch((error) => {
  log.fatal({ reason: error.message }, "the worker cannot serve");
  process.exit(1);
});
listener
  .listen("candor_work", wakeUrgent, wakeUrgent)
  .catch((error) => log.warn(safeError(error), "no wake-up calls"));
log.info({ sweeps: sweeps.map((sweep) => sweep.name) }, "working");
await Promise.all(loops.map(keepSweeping));

await Promise.race([
  Promise.all([listener.end({ timeout: 1 }), closeDatabase()]),
  new Promise((done) => setTimeout(done, 1_500)),
]);
log.info("worker stopped");
process.exit(0);

/** Each sweep has a loop of its own, so that a slow mail server does not hold up a document. */
async function keepSweeping({ sweep, bell }: (typeof loops)[number]) {
  const usual = sweep.every ?? poll;
  let pause = usual;
  while (!stopping.signal.aborted) {
    try {
      const done = await sweep.run(stopping.signal);
      pause = usual;
      if (done > 0) {
        log.info({ sweep: sweep.name, done }, "swept");
        continue;
      }
    } catch (error) {
      pause = Math.max(usual, Math.min(pause * 2, longestPause));
      log.error({ sweep: sweep.name, nextTryInSeconds: pause / 1000, ...safeError(error) }, "a sweep failed");
    }
    await bell.wait(pause);
  }
}
