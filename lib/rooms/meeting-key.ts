import { digitsOf, isOfService, keyOf } from "./meeting-services";
import { carriedIn } from "./unwrap-link";

export type MeetingRefusal = "link-not-https" | "meeting-unreadable" | "meeting-wrapped" | "several-meetings";
/** A meeting as it was typed: its one spelling, and the link that leads there if one was typed. */
export type TypedMeeting = { key: string; link: string | null };
type Reading = TypedMeeting | MeetingRefusal;

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

export function readMeeting(typed: string): Reading {
  // What is copied from a mail brings marks along that nobody sees.
  const text = typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  const number = digitsOf(text);
  if (number) return spelled(number, null);
  if (/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/i.test(text)) return readLink(`https://meet.google.com/${text}`);
  const links = text.match(/https?:\/\/[^\s<>"]+/gi) ?? [];
  if (links.length > 0 && /^<|\s/.test(text)) return readInvitation(links);
  // A port is digits; whatever else stands before a colon is a scheme.
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return readLink(text);
  return /^[^\s/]+\.[^\s/]+\//.test(text) ? readLink(`https://${text}`) : "meeting-unreadable";
}

/** Among its links are pages of help and of telephone numbers: those of a service we know are told apart. */
function readInvitation(links: readonly string[]): Reading {
  const readings = links.map((link) => readLink(link.replace(/[.,;:)\]}*'’]+$/, "")));
  const meetings = readings.filter(isMeeting);
  const known = meetings.filter(({ link }) => link && isOfService(new URL(link).hostname));
  const [one, ...others] = known.length > 0 ? known : meetings;
  if (!one)
    return readings.find((reading) => reading === "meeting-wrapped") ?? readings[0] ?? "meeting-unreadable";
  return others.every(({ key }) => key === one.key) ? one : "several-meetings";
}

function readLink(text: string): Reading {
  const url = URL.parse(text);
  if (!url) return /^https:/i.test(text) ? "meeting-unreadable" : "link-not-https";
  if (url.protocol !== "https:" || url.username || url.password) return "link-not-https";
  if (/\s/.test(text) || !url.hostname.includes(".")) return "meeting-unreadable";
  const carried = carriedIn(url);
  return carried ? readCarried(carried.map(readLink)) : spelled(keyOf(url), url.href);
}

function readCarried(readings: readonly Reading[]): Reading {
  const [one, ...others] = readings.filter(isMeeting);
  if (one && others.every(({ key }) => key === one.key)) return one;
  return readings.find((reading) => reading === "link-not-https") ?? "meeting-wrapped";
}

function spelled(key: string | null, link: string | null): Reading {
  return key && oneSpelling.test(key) && key.length <= most ? { key, link } : "meeting-unreadable";
}

function isMeeting(reading: Reading): reading is TypedMeeting {
  return typeof reading !== "string";
}
