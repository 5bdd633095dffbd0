import path from "node:path";
import { z } from "zod";
import { secretBytes, whyNotSecret } from "@/lib/secrets";
import { readWitness, type Witness } from "@/verifier/trail/cosignature";

/** A witness that practices of this installation may choose. */
export type OfferedWitness = Witness & { verifierKey: string; url: string };

export type Env = {
  databaseUrl: string;
  databaseOwnerUrl: string | null;
  /** The database itself, where DATABASE_URL leads to a pooler: who listens needs a connection of their own. */
  databaseListenUrl: string | null;
  port: number;
  host: string;
  appUrl: string;
  authSecret: string;
  masterKey: Buffer;
  smtpUrl: string | null;
  mailFrom: string;
  tsaUrl: string | null;
  witnesses: readonly OfferedWitness[];
  dataDir: string;
  /** Below this share of its disk staff are warned; 0 warns nobody. */
  diskWarnPercent: number;
  demo: boolean;
  trustedProxy: boolean;
};

export type Variables = Record<string, string | undefined>;

/** The environment as it was given will not do; the message has one line per variable. */
export class BadEnvironment extends Error {
  override name = "BadEnvironment";
}

let parsed: Env | undefined;

/** The environment, parsed at the first call. Never called while a module loads: a build has no secrets. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function isDemo(source: Variables): boolean {
  return source.CANDOR_DEMO ? isOn(source.CANDOR_DEMO) : !source.DATABASE_URL;
}

export function parseEnv(source: Variables): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = variables.safeParse(given);
  if (!result.success) throw new BadEnvironment(problemsOf(result.error));

  const { DATABASE_URL, AUTH_SECRET, CANDOR_MASTER_KEY, ...rest } = result.data;
  const demo = isDemo(given);
  const appUrl = rest.APP_URL ?? `http://localhost:${rest.PORT}`;
  return {
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: rest.DATABASE_OWNER_URL ?? null,
    databaseListenUrl: rest.DATABASE_LISTEN_URL ?? null,
    port: rest.PORT,
    host: rest.HOST ?? (demo ? "127.0.0.1" : "0.0.0.0"),
    appUrl,
    authSecret: AUTH_SECRET,
    masterKey: secretBytes(CANDOR_MASTER_KEY) ?? Buffer.alloc(0),
    smtpUrl: rest.SMTP_URL ?? null,
    mailFrom: rest.MAIL_FROM ?? `Candor <no-reply@${new URL(appUrl).hostname}>`,
    tsaUrl: rest.TSA_URL ?? null,
    witnesses: rest.CANDOR_WITNESSES,
    dataDir: path.resolve(rest.CANDOR_DATA_DIR),
    diskWarnPercent: rest.CANDOR_DISK_WARNING,
    demo,
    trustedProxy: rest.CANDOR_TRUST_PROXY,
  };
}

const onOrOff = z
  .enum(["1", "0", "true", "false", "on", "off"], { error: "must be 1 or 0" })
  .transform((value) => isOn(value));

function isOn(value: string): boolean {
  return ["1", "true", "on"].includes(value);
}

function missing(what: string) {
  return { error: (issue: { input: unknown }) => (issue.input === undefined ? what : undefined) };
}

function address(protocols: string[], what: string) {
  return z.string(missing(`is missing: ${what}`)).refine((text) => {
    const url = URL.parse(text);
    return url !== null && protocols.includes(url.protocol) && url.hostname !== "";
  }, `must be ${what}`);
}

function secret(exactBytes?: number) {
  const absent = `is missing: make one with "openssl rand -base64 32"`;
  return z.string(missing(absent)).superRefine((text, context) => {
    const reason = whyNotSecret(text, exactBytes);
    if (reason) context.addIssue({ code: "custom", message: reason });
  });
}

const postgresAddress = () =>
  address(["postgres:", "postgresql:"], "an address like postgres://candor_app:password@host:5432/candor");

const origin = address(["http:", "https:"], "an address like https://candor.example.org")
  .refine(
    (text) => URL.parse(text)?.href === `${URL.parse(text)?.origin}/`,
    "must have no path, query or user",
  )
  .refine((text) => !text.startsWith("http:") || isLoopback(text), "must begin with https://")
  .transform((text) => new URL(text).origin);

function isLoopback(text: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(URL.parse(text)?.hostname ?? "");
}

const mailbox = z.string().regex(/^[^<>@\r\n]*(<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
  error: "must be a mailbox like Candor <no-reply@example.org>",
});

const witnesses = z.string().transform((text, context): OfferedWitness[] => {
  const offered = text.split(",").flatMap((one) => readOffered(one.trim()) ?? []);
  const keys = new Set(offered.map(({ key }) => key));
  if (keys.size === text.split(",").length) return offered;
  const message = `must be verifier keys with their addresses, each key once, separated by commas, like "chamber.example/witness+1a2b3c4d+B… https://witness.chamber.example"`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

function readOffered(text: string): OfferedWitness | null {
  const [verifierKey = "", address = "", ...rest] = text.split(/\s+/);
  const witness = readWitness(verifierKey);
  const url = URL.parse(address);
  const isAddress = url !== null && ["http:", "https:"].includes(url.protocol) && !url.search && !url.hash;
  if (!witness || !isAddress || rest.length > 0) return null;
  return { ...witness, verifierKey, url: url.href.replace(/\/$/, "") };
}

const variables = z
  .object({
    DATABASE_URL: postgresAddress(),
    DATABASE_OWNER_URL: postgresAddress().optional(),
    DATABASE_LISTEN_URL: postgresAddress().optional(),
    PORT: z.coerce
      .number({ error: "must be a port number" })
      .int({ error: "must be a port number" })
      .min(1, { error: "must be a port number" })
      .max(65_535, { error: "must be a port number" })
      .default(3000),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/, { error: "must be the name or address to listen on" })
      .optional(),
    APP_URL: origin.optional(),
    AUTH_SECRET: secret(),
    CANDOR_MASTER_KEY: secret(32),
    SMTP_URL: address(["smtp:", "smtps:"], "an address like smtp://user:password@host:587").optional(),
    MAIL_FROM: mailbox.optional(),
    TSA_URL: address(["http:", "https:"], "an address like https://tsa.example.org").optional(),
    CANDOR_WITNESSES: witnesses.default([]),
    CANDOR_DATA_DIR: z.string().default(".data"),
    CANDOR_DISK_WARNING: z.coerce
      .number({ error: "must be a share from 0 to 90, in percent" })
      .int({ error: "must be a share from 0 to 90, in percent" })
      .min(0, { error: "must be a share from 0 to 90, in percent" })
      .max(90, { error: "must be a share from 0 to 90, in percent" })
      .default(10),
    CANDOR_DEMO: onOrOff.optional(),
    CANDOR_TRUST_PROXY: onOrOff.default(false),
  })
  .check(({ value, issues }) => {
    const refuse = (name: string, message: string) =>
      issues.push({ code: "custom", path: [name], message, input: value });
    if (!value.APP_URL && !value.CANDOR_DEMO && value.DATABASE_URL) {
      refuse("APP_URL", "is missing: the address people open, like https://candor.example.org");
    }
    if (value.CANDOR_DEMO && value.SMTP_URL) {
      refuse(
        "SMTP_URL",
        "must not be set in the demo, which captures its mail: unset it or set CANDOR_DEMO=0",
      );
    }
    if (sameBytes(value.AUTH_SECRET, value.CANDOR_MASTER_KEY)) {
      refuse("CANDOR_MASTER_KEY", "must not equal AUTH_SECRET: each secret is its own");
    }
    for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_LISTEN_URL"] as const) {
      const password = decodeURIComponent(URL.parse(value[name] ?? "")?.password ?? "");
      if (password && [value.AUTH_SECRET, value.CANDOR_MASTER_KEY].includes(password)) {
        refuse(name, "must have a password of its own, not one of the secrets");
      }
    }
    const listener = URL.parse(value.DATABASE_LISTEN_URL ?? "")?.username;
    if (listener !== undefined && listener !== URL.parse(value.DATABASE_URL)?.username) {
      refuse(
        "DATABASE_LISTEN_URL",
        "must be the role of DATABASE_URL: it is the same database without its pooler",
      );
    }
    const owner = URL.parse(value.DATABASE_OWNER_URL ?? "")?.username;
    if (owner && owner === URL.parse(value.DATABASE_URL)?.username) {
      refuse("DATABASE_OWNER_URL", "must be another role than DATABASE_URL: the app must not own its tables");
    }
  });

function sameBytes(one: string, other: string): boolean {
  const bytes = secretBytes(one);
  return bytes !== null && secretBytes(other)?.equals(bytes) === true;
}

/** Every problem once, one line a variable. */
function problemsOf(error: z.ZodError): string {
  const first = new Map<PropertyKey, string>();
  for (const issue of error.issues) {
    const name = issue.path[0] ?? "";
    if (!first.has(name)) first.set(name, `${String(name)} ${issue.message}.`);
  }
  return [...first.values()].join("\n");
}
