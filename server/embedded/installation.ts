import path from "node:path";
import { type Env, isDemo, parseEnv, type Variables } from "@/lib/env";
import { runningSupervisor } from "@/server/supervisor/supervisor-lock";
import { installationSecrets, serverActionsKey } from "./installation-secrets";
import { migrate } from "./migrate";
import { type Cluster, startCluster } from "./postgres";
import { prepareDatabase } from "./prepare-database";

export type Installation = { env: Env; variables: Variables; embedded: boolean };

/**
 * What this installation runs with: the environment as given, with what the demo makes itself filled in.
 * The addresses of the embedded database are only known once it runs.
 */
export function describeInstallation(given: Variables): Installation {
  const embedded = !given.DATABASE_URL;
  const variables = { ...given };
  const secrets = embedded ? installationSecrets(path.resolve(given.CANDOR_DATA_DIR || ".data")) : null;
  if (secrets) Object.assign(variables, databaseUrls(1, secrets));
  if (secrets && isDemo(given)) {
    variables.AUTH_SECRET ||= secrets.authSecret;
    variables.CANDOR_MASTER_KEY ||= secrets.masterKey;
    variables.CANDOR_DEMO = "1";
  }
  const env = parseEnv(variables);
  variables.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= serverActionsKey(env.authSecret);
  return { env, variables, embedded };
}

/** Starts (or adopts) the embedded database and writes its addresses into the installation's variables. */
export async function startDatabase({ env, variables }: Installation, port?: number): Promise<Cluster> {
  const secrets = installationSecrets(env.dataDir);
  const cluster = await startCluster({ dir: path.join(env.dataDir, "postgres"), port });
  await prepareDatabase(cluster.superuserUrl(), { name: "candor", ...secrets });
  Object.assign(variables, databaseUrls(cluster.port, secrets));
  return cluster;
}

/**
 * For the command line: makes this process's environment complete, starts the database if none runs, and
 * applies what is new. `close` leaves a database alone that serves somebody else.
 */
export async function openInstallation(): Promise<{ migrated: number; close(): Promise<void> }> {
  const installation = describeInstallation(process.env);
  const cluster = installation.embedded ? await startDatabase(installation) : null;
  Object.assign(process.env, installation.variables);
  const close = async () => {
    if (cluster && !cluster.adopted && !(await runningSupervisor(installation.env.dataDir)))
      await cluster.stop();
  };
  try {
    const owner = installation.variables.DATABASE_OWNER_URL;
    return { migrated: owner ? await migrate(owner) : 0, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function databaseUrls(port: number, passwords: { ownerPassword: string; appPassword: string }) {
  const address = `127.0.0.1:${port}/candor`;
  return {
    DATABASE_URL: `postgres://candor_app:${passwords.appPassword}@${address}`,
    DATABASE_OWNER_URL: `postgres://candor_owner:${passwords.ownerPassword}@${address}`,
  };
}
