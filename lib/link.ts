export type LinkRefusal = "link-not-https";

/** A link is shown to be followed, so it leads to a page on the web and carries nobody's password. */
export function whyNotLink(link: string): LinkRefusal | null {
  const { protocol, hostname, username, password } = URL.parse(link) ?? {};
  return protocol === "https:" && hostname && !username && !password ? null : "link-not-https";
}
