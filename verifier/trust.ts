import { readCertificate } from "./certificate";
import { NotAccepted } from "./not-accepted";

/** Whom the reader of a document believes; certificates are DER. */
export type Trust = {
  authorities: Uint8Array[];
  /** When given, only these certificates count, each published by its practice, and still under an authority. */
  practices?: { name: string; slug: string; certificates: Uint8Array[] }[];
  timeAuthorities?: Uint8Array[];
};

export function certificatesIn(text: string): Uint8Array[] {
  const blocks = text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g);
  return Array.from(blocks, ([, base64 = ""]) => {
    const written = base64.replace(/\s/g, "");
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(written) || written.length % 4 !== 0)
      throw new NotAccepted("malformed");
    return Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
  });
}

export function pemOf(certificate: Uint8Array): string {
  const base64 = btoa(Array.from(certificate, (byte) => String.fromCharCode(byte)).join(""));
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

/** Sorts loose certificates: authorities vouch for practices; seals that come along narrow it to themselves. */
export function trustIn(text: string): Trust {
  const certificates = certificatesIn(text).map(readCertificate);
  const seals = certificates.filter((one) => !one.isAuthority && !one.mayStampTime);
  const authorities = certificates.filter((one) => one.isAuthority).map((one) => one.bytes);
  const trust: Trust = { authorities, timeAuthorities: authorities };
  if (seals.length === 0) return trust;
  const practices = seals.map((one) => ({
    name: one.organization,
    slug: one.organizationalUnit,
    certificates: [one.bytes],
  }));
  return { ...trust, practices };
}
