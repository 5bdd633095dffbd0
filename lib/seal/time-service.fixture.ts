import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { fileIn, newFolder, run } from "./foreign-tools.fixture";

/** A small RFC 3161 time service made of openssl, on the loopback. */
export type TimeService = { url: string; authorityPem: string; stop(): Promise<void> };

const config = `
[tsa]
default_tsa = here
[here]
serial = SERIAL
digests = sha256
signer_digest = sha256
default_policy = 1.2.3.4
ess_cert_id_alg = sha256
[stamping]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
`;

export async function startTimeService(keyKind: "ec" | "rsa" = "ec"): Promise<TimeService> {
  const folder = newFolder();
  const settings = fileIn(folder, "tsa.cnf", config.replace("SERIAL", `${folder}/serial`));
  fileIn(folder, "serial", "01");
  const at = (name: string) => `${folder}/${name}`;
  const newKey =
    keyKind === "ec" ? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"] : ["-newkey", "rsa:2048"];
  const request = ["req", "-new", "-nodes", "-config", "/dev/null", ...newKey];
  const root = ["-subj", "/CN=Time authority", "-keyout", at("root.key"), "-out", at("root.csr")];
  const leaf = ["-subj", "/CN=Time service", "-keyout", at("tsa.key"), "-out", at("tsa.csr")];
  const days = ["-days", "30", "-sha256", "-extfile", settings, "-extensions"];
  const byRoot = ["-CA", at("root.pem"), "-CAkey", at("root.key"), "-CAcreateserial"];
  openssl([...request, ...root]);
  openssl([
    "x509",
    "-req",
    "-in",
    at("root.csr"),
    "-key",
    at("root.key"),
    "-out",
    at("root.pem"),
    ...days,
    "authority",
  ]);
  openssl([...request, ...leaf]);
  openssl(["x509", "-req", "-in", at("tsa.csr"), ...byRoot, "-out", at("tsa.pem"), ...days, "stamping"]);
  const { output: authorityPem } = run("openssl", ["x509", "-in", at("root.pem")]);

  const server = createServer(async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const query = fileIn(folder, "query", Buffer.concat(chunks));
    const reply = ["ts", "-reply", "-config", settings, "-queryfile", query, "-signer", at("tsa.pem")];
    openssl([...reply, "-inkey", at("tsa.key"), "-chain", at("root.pem"), "-out", at("reply")]);
    outgoing.setHeader("content-type", "application/timestamp-reply");
    outgoing.end(readFileSync(at("reply")));
  });
  return { ...(await listen(server)), authorityPem };
}

function openssl(args: string[]) {
  const { status, output } = run("openssl", args);
  if (status !== 0) throw new Error(output);
}

export async function listen(server: Server): Promise<{ url: string; stop(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("No port.");
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${address.port}`, stop };
}
