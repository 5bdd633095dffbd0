import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { BadEnvironment, parseEnv } from "@/lib/env";

const good = {
  DATABASE_URL: "postgres://candor_app:one@db:5432/candor",
  DATABASE_OWNER_URL: "postgres://candor_owner:two@db:5432/candor",
  APP_URL: "https://candor.example.org",
  AUTH_SECRET: randomBytes(32).toString("base64"),
  CANDOR_MASTER_KEY: randomBytes(32).toString("hex"),
};

function problems(change: Record<string, string | undefined>): string {
  try {
    parseEnv({ ...good, ...change });
    return "";
  } catch (error) {
    if (error instanceof BadEnvironment) return error.message;
    throw error;
  }
}

test("a complete environment is read with its defaults", () => {
  const env = parseEnv(good);
  expect(env).toMatchObject({
    port: 3000,
    host: "0.0.0.0",
    appUrl: "https://candor.example.org",
    demo: false,
    trustedProxy: false,
    diskWarnPercent: 10,
    smtpUrl: null,
    tsaUrl: null,
    witnesses: [],
    mailFrom: "Candor <no-reply@candor.example.org>",
  });
  expect(env.masterKey).toHaveLength(32);
});

test("the demo listens on loopback and knows its own address", () => {
  const source = { ...good, APP_URL: "", CANDOR_DEMO: "1", PORT: "4000" };
  expect(parseEnv(source)).toMatchObject({
    demo: true,
    host: "127.0.0.1",
    appUrl: "http://localhost:4000",
  });
});

const chamber = "chamber.example/w+70cad06a+BMRZykFc78uJX8OF+h8uC+rPJqEyL7DDCXpLz/wgDn8I";

test("witnesses are read with their addresses", () => {
  const { witnesses } = parseEnv({ ...good, CANDOR_WITNESSES: ` ${chamber}  https://w.chamber.example/a/ ` });
  const key = "c459ca415cefcb895fc385fa1f2e0beacf26a1322fb0c3097a4bcffc200e7f08";
  const url = "https://w.chamber.example/a";
  expect(witnesses).toEqual([{ name: "chamber.example/w", key, verifierKey: chamber, url }]);
});

const text = (value: string) => Buffer.from(value).toString("base64");

test.each([
  ["DATABASE_URL", undefined, "is missing"],
  ["DATABASE_URL", "mysql://db/candor", "must be an address like postgres://"],
  ["DATABASE_OWNER_URL", "db:5432", "must be an address like postgres://"],
  ["DATABASE_OWNER_URL", good.DATABASE_URL, "must be another role"],
  ["DATABASE_LISTEN_URL", "db:5432", "must be an address like postgres://"],
  ["DATABASE_LISTEN_URL", good.DATABASE_OWNER_URL, "must be the role of DATABASE_URL"],
  ["CANDOR_WITNESSES", chamber, "must be verifier keys with their addresses"],
  ["CANDOR_WITNESSES", `${chamber} w.chamber.example`, "must be verifier keys"],
  ["CANDOR_WITNESSES", `${chamber} file:///etc`, "must be verifier keys"],
  ["CANDOR_WITNESSES", `${chamber}x https://w.chamber.example`, "must be verifier keys"],
  ["CANDOR_WITNESSES", `${chamber} https://a.example, ${chamber} https://b.example`, "must be verifier keys"],
  ["PORT", "70000", "must be a port number"],
  ["PORT", "http", "must be a port number"],
  ["HOST", "a host", "must be the name or address to listen on"],
  ["APP_URL", undefined, "is missing"],
  ["APP_URL", "candor.example.org", "must be an address like https://"],
  ["APP_URL", "https://candor.example.org/desk", "must have no path"],
  ["APP_URL", "http://candor.example.org", "must begin with https://"],
  ["SMTP_URL", "http://mail", "must be an address like smtp://"],
  ["MAIL_FROM", "Candor", "must be a mailbox"],
  ["MAIL_FROM", "a@b.test\r\nBcc: c@d.test", "must be a mailbox"],
  ["TSA_URL", "tsa", "must be an address like https://"],
  ["CANDOR_DEMO", "maybe", "must be 1 or 0"],
  ["CANDOR_DISK_WARNING", "95", "must be a share from 0 to 90, in percent"],
  ["CANDOR_TRUST_PROXY", "yes please", "must be 1 or 0"],
  ["AUTH_SECRET", undefined, "is missing"],
  ["AUTH_SECRET", "short", "is too short"],
  ["AUTH_SECRET", "changeme-changeme-changeme-changeme-changeme", "is a phrase or a sample"],
  ["AUTH_SECRET", "correct horse battery staple, and then some more", "must be random bytes"],
  ["AUTH_SECRET", "correct-horse-battery-staple-and-then-some-more", "is not random"],
  ["AUTH_SECRET", text("mellon mellon mellon mellon mellon mellon"), "is not random"],
  ["AUTH_SECRET", "A".repeat(64), "is not random"],
  [
    "AUTH_SECRET",
    Buffer.from(Array.from({ length: 32 }, (_, i) => i + 150)).toString("hex"),
    "is not random",
  ],
  ["CANDOR_MASTER_KEY", undefined, "is missing"],
  ["CANDOR_MASTER_KEY", randomBytes(16).toString("hex").repeat(2), "is not random"],
  ["CANDOR_MASTER_KEY", randomBytes(16).toString("hex"), "is too short"],
  ["CANDOR_MASTER_KEY", randomBytes(48).toString("base64"), "must be exactly 32 bytes"],
  ["CANDOR_MASTER_KEY", good.AUTH_SECRET, "must not equal AUTH_SECRET"],
])("%s = %s is refused: it %s", (name, value, sentence) => {
  expect(problems({ [name]: value })).toMatch(new RegExp(`^${name} ${sentence}`));
});

test("a secret cannot be the database's password as well", () => {
  const url = `postgres://candor_app:${good.CANDOR_MASTER_KEY}@db/candor`;
  expect(problems({ DATABASE_URL: url })).toMatch(/^DATABASE_URL must have a password of its own/);
});

test("all problems are named at once, one line each", () => {
  const lines = problems({ PORT: "x", AUTH_SECRET: "short", CANDOR_MASTER_KEY: undefined }).split("\n");
  expect(lines.map((line) => line.split(" ")[0])).toEqual(["PORT", "AUTH_SECRET", "CANDOR_MASTER_KEY"]);
});

test("what a random generator makes is never taken for weak", () => {
  for (let count = 0; count < 2_000; count++) {
    const encoding = count % 2 ? "base64" : "hex";
    expect(problems({ AUTH_SECRET: randomBytes(32).toString(encoding) })).toBe("");
  }
});

test("the demo sends no real mail: a mail server beside it is refused", () => {
  expect(problems({ CANDOR_DEMO: "1", SMTP_URL: "smtp://mail:25" })).toContain("must not be set in the demo");
  expect(problems({ CANDOR_DEMO: "0", SMTP_URL: "smtp://mail:25" })).toBe("");
});
