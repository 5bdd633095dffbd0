import type { Adapter } from "next-auth/adapters";
import { closeSession } from "./close-session";
import { seeSession } from "./see-session";

/** What `auth()` needs and no more: people, links and sessions are made by our own operations. */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const seen = await seeSession(sessionToken);
    if (!seen) return null;
    const { userId, email, authentication, createdAt, belongs, leftFor } = seen;
    const user = { id: userId, email, emailVerified: createdAt, authentication, createdAt, belongs };
    // next-auth judges once more, by the clock of this process: it is told what is left by that of the database.
    const expires = new Date(Date.now() + leftFor);
    return { session: { sessionToken, userId, expires }, user };
  },
  deleteSession: (sessionToken) => closeSession(sessionToken, "timed-out"),
  // next-auth insists that these exist; with none of its routes mounted, nothing calls them.
  updateSession: neverCalled,
  createSession: neverCalled,
  createUser: neverCalled,
  getUser: neverCalled,
  getUserByEmail: neverCalled,
  getUserByAccount: neverCalled,
  updateUser: neverCalled,
  linkAccount: neverCalled,
};

function neverCalled(): never {
  throw new Error("next-auth called an operation that Candor does not leave to it");
}
