export type MeetingRefusal = "link-not-https" | "meeting-unreadable";
/** A meeting as it was typed: its one spelling, and the link that leads there if one was typed. */
export type Meeting = { key: string; link: string | null };

const oneSpelling = /^([0-9]{6,20}|[a-z0-9.-]+(:[0-9]+)?\/[^\s?#]+)$/;
const most = 1_000;

/** One spelling for every way to write the same meeting; where two ways cannot be told apart they count as one. */
export function meetingKey(typed: string): string | null {
  const meeting = readMeeting(typed);
  return typeof meeting === "string" ? null : meeting.key;
}

export function whyNotMeeting(typed: string): MeetingRefusal | null {
  const meeting = readMeeting(typed);
  return typeof meeting === "string" ? meeting : null;
}

export function readMeeting(typed: string): Meeting | MeetingRefusal {
  // What is copied from a mail brings marks along that nobody sees.
  const text = typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  const number = digitsOf(text);
  if (number) return spelled(number, null);
  if (/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/i.test(text)) return readLink(`https://meet.google.com/${text}`);
  // A port is digits; whatever else stands before a colon is a scheme.
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return readLink(text);
  return /^[^\s/]+\.[^\s/]+\//.test(text) ? readLink(`https://${text}`) : "meeting-unreadable";
}

/** The digits of a meeting id, however they are grouped; null for anything else, such as a number to call. */
function digitsOf(text: string): string | null {
  const bare = text.replace(/[\s\p{Pd}\u2212]/gu, "");
  return /^[0-9]/.test(text) && /^[0-9]{6,20}$/.test(bare) ? bare : null;
}

function readLink(text: string): Meeting | MeetingRefusal {
  const url = URL.parse(text);
  if (!url) return /^https:/i.test(text) ? "meeting-unreadable" : "link-not-https";
  if (url.protocol !== "https:" || url.username || url.password) return "link-not-https";
  if (/\s/.test(text) || !url.hostname.includes(".")) return "meeting-unreadable";
  const wrapped = wrappedIn(url);
  return wrapped ? readLink(wrapped) : spelled(keyOf(url), url.href);
}

function spelled(key: string, link: string | null): Meeting | MeetingRefusal {
  return oneSpelling.test(key) && key.length <= most ? { key, link } : "meeting-unreadable";
}

/** Mail programs and launch pages carry the link that was meant inside their own. */
function wrappedIn(url: URL): string | null {
  const inner = url.searchParams.get("url") ?? url.searchParams.get("q");
  if (!inner) return null;
  if (/(^|\.)safelinks\.protection\.outlook\.com$/.test(url.hostname)) return inner;
  if (/^www\.google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url") return inner;
  const isLauncher = /^teams\.(microsoft|live)\.com$/.test(url.hostname) && /launcher/i.test(url.pathname);
  return isLauncher ? `https://${url.hostname}${inner.replace(/^\/_#/, "")}` : null;
}

function keyOf(url: URL): string {
  const host = url.hostname.replace(/\.$/, "").replace(/^www\./, "");
  const segments = url.pathname.split("/").map(folded).join("/").split("/").filter(Boolean);
  if (/(^|\.)zoom(gov)?\.(us|com)$/.test(host)) return ofZoom(url, segments);
  // The conversation is the meeting; what follows it is one message in it.
  const joined = segments.indexOf("meetup-join");
  if (joined >= 0) return `${host}/${segments.slice(0, joined + 2).join("/")}`;
  const last = digitsOf(segments.at(-1) ?? "");
  if (last) return last;
  const [code = ""] = segments.map((segment) => segment.replaceAll("-", ""));
  if (host === "meet.google.com" && segments.length === 1 && /^[a-z]{10}$/.test(code))
    return `${host}/${code.slice(0, 3)}-${code.slice(3, 7)}-${code.slice(7)}`;
  const named = parameter(url, numbered);
  const path = named ? [...segments, written(foldedWords(named))] : segments;
  return `${host}${url.port && `:${url.port}`}/${path.join("/")}`;
}

/** Zoom answers to one number under many addresses: of a region, of a practice, of the browser. */
function ofZoom(url: URL, segments: readonly string[]): string {
  const spoken = segments.map((segment) => segment.replaceAll("%20", " "));
  const number = [parameter(url, "confno") ?? "", ...spoken].map(digitsOf).find(Boolean);
  if (number) return number;
  // What else leads to a meeting has a name; a single word, or the path of a number, leads to a page for everybody.
  const isNamed = segments.length > 1 && !/^(j|w|s|wc)$/.test(segments[0] ?? "");
  return isNamed ? `zoom.us/${segments.join("/")}` : "";
}

/** In some links what tells one meeting from another stands behind the question mark. */
const numbered = "mtid";

function parameter(url: URL, name: string): string | null {
  return [...url.searchParams].find(([given]) => given.toLowerCase() === name)?.[1] ?? null;
}

/** A part of a path in small letters, with what it says in percent signs read once, and written in one way. */
function folded(part: string): string {
  const read = part.replace(/(%[0-9a-f]{2})+/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      return sequence;
    }
  });
  return read.split("/").map(foldedWords).map(written).join("/");
}

/** Small letters by way of capitals, so that letters with several small forms become one. */
function foldedWords(words: string): string {
  return words.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function written(words: string): string {
  return words.replace(/[^a-z0-9\-._~!$&'()*+,;=:@/]/gu, (letter) =>
    encodeURIComponent(letter).toLowerCase(),
  );
}
