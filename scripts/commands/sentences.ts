import { ZodError } from "zod";
import { Refused } from "@/lib/errors";
import { UnfitBundle } from "@/verifier/trail/bundle-files";
import { whyUnfit } from "@/verifier/trail/bundle-sentences";

const refusals: Record<string, (details: Record<string, string | number>) => string> = {
  "address-empty": () => "The e-mail address is missing.",
  "address-two-recipients": () => "Give one e-mail address, not several.",
  "address-quoted": () => "An e-mail address with quotation marks cannot be used.",
  "address-not-ascii": () => "The e-mail address has letters that mail servers do not agree on.",
  "address-too-long": () => "The e-mail address is too long.",
  "address-malformed": () => "That is not an e-mail address like name@example.org.",
  "already-staff": () => "Somebody with this e-mail address works in the practice already.",
  "folder-not-empty": () => "The folder holds something already. Name a new or empty one with --out.",
  "name-empty": () => "The name is missing.",
  "name-bidi-characters": () => "The name has invisible characters that change the order of letters.",
  "name-control-characters": () => "The name has characters that cannot be printed.",
  "name-lone-surrogate": () => "The name has half a character. Type it again.",
  "name-too-long": () => "The name is too long.",
  "name-not-drawable": ({ character }) =>
    `The name has the character ${character}, which the sealed documents cannot show.`,
  "no-roles": () => "Name at least one role.",
  "no-such-checkpoint": () => "There is no checkpoint over so many entries, or none yet.",
  "proof-backwards": () => "No checkpoint is over so many entries: --from is more than was signed.",
  "no-witness-key": ({ file }) => `${file} is no verifier key of a witness, and no file that has one.`,
  "quorum-beyond-given": ({ known }) =>
    `--quorum is how many of the witnesses given with --witness have to confirm: from 1 to ${known}.`,
  "no-verifier-key": ({ file }) => `${file} is no verifier key of a history, and no file that has one.`,
  "no-such-practice": ({ slug }) => `There is no practice "${slug}" here.`,
  "not-certificates": ({ file }) => `The certificates in ${file} cannot be read.`,
  "copy-not-intact": ({ file }) =>
    `${file} is no unchanged copy, so it vouches for nothing. "document verify" says what it is.`,
  "copy-of-another": ({ file }) =>
    `${file} was locked under a certificate that the certificates.pem of this trail does not list.`,
  "nothing-noted": ({ file }) =>
    `${file} has no size with a fingerprint, such as mails and checkpoints have.`,
  "not-a-key": ({ file }) => `${file} is no Ed25519 key, as PEM or as a verifier key.`,
  "not-the-demo": () => "This is not the demo: its data are real and are left alone.",
  running: () => "Candor is running with these data. Stop it first (Ctrl-C), then try again.",
  "slug-malformed": () =>
    "The address on the web (--slug) has 3 to 40 small letters, digits and single hyphens.",
  "slug-taken": () => "Another practice has this address on the web already. Choose another --slug.",
  "unknown-time-zone": () => "That is not a time zone like America/Los_Angeles.",
  "unreadable-file": ({ file }) => `The file ${file} cannot be read.`,
  "witness-memory-lost": ({ file }) =>
    `${file} is missing or damaged, so this witness no longer knows what it confirmed. Begin a new one in an empty folder, and give its new key to those who asked the old one.`,
  "witness-name-malformed": () =>
    "The name of a witness has no spaces and no plus, like chamber.example/witness.",
  "witness-named-otherwise": ({ name }) =>
    `This witness is called ${name}. Another name takes another folder.`,
  "witness-runs": ({ pid }) => `This witness runs already, as process ${pid}.`,
  "witness-without-name": () => "A new witness needs a name: --name, like chamber.example/witness.",
  "cannot-listen": ({ host, port }) =>
    `Nothing can listen on ${host}, port ${port}. Choose with --host and --port.`,
  "verifier-not-built": () => 'The page that goes along is not built yet. Run "npm run build" once.',
};

export function errorSentence(error: unknown): string {
  if (error instanceof Refused) {
    return refusals[error.reason]?.(error.details) ?? `That cannot be done: ${error.reason}.`;
  }
  if (error instanceof UnfitBundle) return whyUnfit[error.reason](error.file).en;
  if (error instanceof ZodError) return problemSentence(error);
  if (error instanceof Error && error.name === "BadEnvironment") {
    return `Candor is not set up:\n${error.message}`;
  }
  if (error instanceof Error && error.name === "DatabaseDown") {
    return "The database does not answer. Is it running, and is DATABASE_URL right?";
  }
  return `This is a mistake of the program: ${error instanceof Error ? error.message : String(error)}`;
}

/** Fields with a refusal of their own say it; of the others only the name and the rule are known. */
function problemSentence(error: ZodError): string {
  const [issue] = error.issues;
  const known = refusals[issue?.message ?? ""];
  return known ? known({}) : `${issue?.path.join(" ")}: ${issue?.message}`;
}
