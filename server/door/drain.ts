import type { Server } from "node:http";
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";

/** Between "not ready" and the closed door: who asks for readiness turns away, who is late is still served. */
const notice = 700;

/** Stops taking connections, lets what is in flight finish, and gives up after the deadline. */
export async function drain(server: Server, deadline: number): Promise<"finished" | "cut off"> {
  const end = Date.now() + deadline;
  await pause(notice);
  await takeInWhoWaits(server, end - deadline / 2);
  let closed = false;
  server.close(() => {
    closed = true;
  });
  while (!closed && Date.now() < end) {
    server.closeIdleConnections();
    await pause(25);
  }
  if (closed) return "finished";
  server.closeAllConnections();
  return "cut off";
}

/**
 * Each turn of the event loop takes in one waiting caller, and a turn that renders pages is long: those still at the
 * door when it closes would be cut off unheard. A turn in which nobody came in means that nobody waits.
 */
async function takeInWhoWaits(server: Server, until: number) {
  let cameIn = true;
  const note = () => {
    cameIn = true;
  };
  server.on("connection", note);
  while (cameIn && Date.now() < until) {
    cameIn = false;
    await turn();
  }
  server.off("connection", note);
}
