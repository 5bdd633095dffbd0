import { decodePercent } from "./decode-percent";

/** An address in small letters: what stands in its path, and behind `#`. */
type Place = { host: string; path: string[]; behind: string[]; url: URL };
/** `key` is null for a page of the service that is no meeting. */
type Service = { host: RegExp; key(place: Place): string | null };

const services: readonly Service[] = [
  { host: /(^|\.)zoom(gov)?\.(us|com)$/, key: ofZoom },
  { host: /(^|\.)teams\.(microsoft\.(com|us)|live\.com|cloud\.microsoft)$/, key: ofTeams },
  { host: /^(meet\.google\.com|tel\.meet)$/, key: ofMeet },
  { host: /(^|\.)webex\.com$/, key: ofWebex },
  { host: /^facetime\.apple\.com$/, key: ofFaceTime },
  { host: /^signal\.link$/, key: ofSignal },
  { host: /(^|\.)(doxy\.me|whereby\.com)$/, key: byPath },
];

/** One spelling for all addresses of a meeting; null where there is no meeting. */
export function keyOf(url: URL): string | null {
  const place = placeOf(url);
  const service = services.find(({ host }) => host.test(place.host));
  return service ? service.key(place) : elsewhere(place);
}

export function isOfService(host: string): boolean {
  return services.some((service) => service.host.test(host.toLowerCase()));
}

/** The digits of a meeting id, however they are grouped; null for anything else, such as a number to call. */
export function digitsOf(text: string): string | null {
  const bare = text.replace(/[\s\p{Pd}\u2212]/gu, "");
  return /^[0-9]/.test(text) && /^[0-9]{6,20}$/.test(bare) ? bare : null;
}

const passcodeName = /^(pwd|pw|p|password|passcode)$/i;
export type PasscodePlace = "typed" | "in-link" | "none";

/** Where the passcode of a meeting is, as far as it was noted. */
export function passcodePlace(way: { link: string | null; passcode: string | null } | null): PasscodePlace {
  if (way?.passcode) return "typed";
  return way?.link && carriesPasscode(way.link) ? "in-link" : "none";
}

function carriesPasscode(link: string): boolean {
  return [...new URL(link).searchParams].some(([name, value]) => passcodeName.test(name) && value !== "");
}

function placeOf(url: URL): Place {
  const host = url.hostname.replace(/\.$/, "").replace(/^www\./, "");
  return { host, path: segmentsOf(url.pathname), behind: segmentsOf(url.hash.slice(1)), url };
}

function segmentsOf(path: string): string[] {
  return path.replace(/\?.*$/s, "").split("/").map(folded).join("/").split("/").filter(Boolean);
}

/** Zoom answers to one number under many addresses: of a region, of a practice, of the browser. */
function ofZoom({ path, url }: Place): string | null {
  const spoken = path.map((segment) => segment.replaceAll("%20", " "));
  const number = [parameter(url, "confno") ?? "", ...spoken].map(digitsOf).find(Boolean);
  if (number) return number;
  const named = after(path, "my");
  if (named) return `zoom.us/my/${named}`;
  const registered = after(path, "register");
  return registered ? `zoom.us/${path[0]}/register/${registered}` : null;
}

function ofTeams({ path, behind }: Place): string | null {
  const all = [...path, ...behind];
  // The conversation is the meeting; what follows it is one message in it.
  const joined = after(all, "meetup-join");
  if (joined) return `teams.microsoft.com/l/meetup-join/${joined}`;
  return digitsOf(after(all, "meet") ?? "");
}

function ofMeet({ path }: Place): string | null {
  const code = path.map((segment) => segment.replaceAll("-", "")).find((bare) => /^[a-z]{10}$/.test(bare));
  if (code) return `meet.google.com/${code.slice(0, 3)}-${code.slice(3, 7)}-${code.slice(7)}`;
  const named = after(path, "lookup");
  return named ? `meet.google.com/lookup/${named}` : null;
}

/** One meeting has many paths at Webex, and one `MTID` in all of them but that of its telephone numbers. */
function ofWebex({ host, path, url }: Place): string | null {
  if (path.includes("globalcallin.php")) return null;
  const named = parameter(url, "mtid");
  if (named) return `${host}/j.php/${asSegment(named)}`;
  const own = ["meet", "join", "pmr"].map((way) => after(path, way)).find(Boolean);
  if (own) return `${host}/meet/${own}`;
  const number = digitsOf(path.at(-1) ?? "");
  const spelled = after(path, "j.php");
  return number ?? (spelled ? `${host}/j.php/${spelled}` : null);
}

/** `p` tells one call from another, `k` lets in and is not kept in clear. */
function ofFaceTime({ host, path, url }: Place): string | null {
  const named = new URLSearchParams(url.hash.slice(1)).get("p");
  const call = named ? asSegment(named) : after(path, "join");
  return call ? `${host}/join/${call}` : null;
}

/** Whoever has the whole of it is in, so what is kept in clear is its first half: enough to tell calls apart. */
function ofSignal({ host, path, url }: Place): string | null {
  const named = new URLSearchParams(url.hash.slice(1)).get("key");
  const call = named ? asSegment(named) : after(path, "call");
  return call ? `${host}/call/${call.slice(0, 19)}` : null;
}

function byPath({ host, path }: Place): string | null {
  return path.length > 0 ? `${host}/${path.join("/")}` : null;
}

function elsewhere({ host, path, behind, url }: Place): string | null {
  const last = digitsOf(path.at(-1) ?? "");
  if (last) return last;
  const named = parameter(url, "mtid");
  // A page that is one for all has its rooms behind `#`; elsewhere that is only a place on the page.
  const whole = path.length > 0 ? path : behind;
  const said = named ? [...whole, asSegment(named)] : whole;
  return said.length > 0 ? `${host}${url.port && `:${url.port}`}/${said.join("/")}` : null;
}

function after(segments: readonly string[], name: string): string | undefined {
  const at = segments.indexOf(name);
  return at < 0 ? undefined : segments[at + 1];
}

function parameter(url: URL, name: string): string | null {
  return [...url.searchParams].find(([given]) => given.toLowerCase() === name)?.[1] ?? null;
}

/** A part of a path in small letters, with what it says in percent signs read once, and written in one way. */
function folded(part: string): string {
  return decodePercent(part).split("/").map(asSegment).join("/");
}

/** Small letters by way of capitals, so that letters with several small forms become one. */
function asSegment(words: string): string {
  return words
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^a-z0-9\-._~!$&'()*+,;=:@/]/gu, (letter) => encodeURIComponent(letter).toLowerCase());
}
