export type AddressRefusal =
  | "address-empty"
  | "address-two-recipients"
  | "address-quoted"
  | "address-not-ascii"
  | "address-too-long"
  | "address-malformed";

const atom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/** Why a text is not the address of exactly one mailbox: ASCII, dot-atom (RFC 5321 4.1.2), a name with a dot. */
export function whyNotAddress(text: string): AddressRefusal | null {
  const address = text.replace(/^ +| +$/g, "");
  if (address === "") return "address-empty";
  if (/[^\x20-\x7e]/.test(address)) return "address-not-ascii";
  if (/["\\]/.test(address)) return "address-quoted";
  if (/[,;]/.test(address) || address.split("@").length > 2) return "address-two-recipients";
  const [local = "", host = ""] = address.split("@");
  if (!atom.test(local) || !domain.test(host)) return "address-malformed";
  if (local.length > 64 || address.length > 254) return "address-too-long";
  return null;
}

/** The address as it is stored and looked up. Phones capitalise the first letter, and no mailbox of ours depends on it. */
export function normalAddress(text: string): string {
  return text.replace(/^ +| +$/g, "").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
