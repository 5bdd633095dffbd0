import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";

/** A Drizzle database inside one transaction. It has no `.transaction`: a nested BEGIN would end the outer one. */
export type Tx = Omit<PostgresJsDatabase, "transaction"> & {
  /** From here on everything is asked anew, also where the same is asked once. */
  forgetAnswers(): void;
};

export type Scope = { open: boolean };

const dialect = new PgDialect();
const mostParametersOfAPreparedQuery = 40;

/** Drizzle's own `tx` outlives its transaction (drizzle-team/drizzle-orm#6083); this one ends with `scope`. */
export function guardedTx(handle: postgres.TransactionSql, scope: Scope, asksOnce: boolean): Tx {
  const guarded = guardedClient(handle, scope);
  const asked = new Map<string, Answer>();
  const client = asClient(asksOnce ? askingOnce(guarded, asked) : guarded);
  const session = new PostgresJsSession(client, dialect, undefined, {});
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (...query) => {
    assertOpen(scope);
    return prepareQuery(...query);
  };
  return Object.assign(new TxDatabase(dialect, session, undefined), { forgetAnswers: () => asked.clear() });
}

class TxDatabase extends PostgresJsDatabase {
  override transaction(): never {
    throw new Error("A transaction is open already, and they do not nest.");
  }
}

type Unsafe = Parameters<postgres.TransactionSql["unsafe"]>;
type Answer = postgres.PendingQuery<postgres.Row[]>;
type GuardedClient = { unsafe(...query: Unsafe): Answer };

function guardedClient(handle: postgres.TransactionSql, scope: Scope): GuardedClient {
  return {
    unsafe(query, parameters, options) {
      assertOpen(scope);
      // Prepared, a query takes one round trip instead of two; long lists would fill the server with variants.
      const prepare = (parameters?.length ?? 0) <= mostParametersOfAPreparedQuery;
      return handle.unsafe(query, parameters, { ...options, prepare });
    },
  };
}

/** The same question gets the answer it got: for readers that write nothing and are over soon. */
function askingOnce(client: GuardedClient, asked: Map<string, Answer>): GuardedClient {
  return {
    unsafe(...query) {
      if (!/^\s*(select|with)\b/.test(query[0])) return client.unsafe(...query);
      const question = JSON.stringify(query);
      const answer = asked.get(question) ?? client.unsafe(...query);
      asked.set(question, answer);
      return answer;
    },
  };
}

function assertOpen(scope: Scope) {
  if (!scope.open) throw new Error("This tx was used after its transaction was over: an await is missing.");
}

/** Safe because Drizzle's session calls nothing of its client but `unsafe`, unless asked for a transaction. */
function asClient(client: GuardedClient): postgres.Sql {
  return client as postgres.Sql;
}
