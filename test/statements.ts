import { database } from "@/db/client";

/** What the database is sent while this acts: every statement, those that begin and end transactions too. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const { options } = database();
  const sent: string[] = [];
  options.debug = (_, statement) => sent.push(statement);
  try {
    await act();
  } finally {
    options.debug = false;
  }
  return sent;
}
