import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Between "not ready" and the closed door: who asks for readiness turns away, who is late is still served. */
const notice = 700;

/** Stops taking connections, lets what is in flight finish, and gives up after the deadline. */
export async function drain(server: Server, deadline: number): Promise<"finished" | "cut off"> {
  const end = Date.now() + deadline;
  await pause(notice);
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
