import { expect, test } from "vitest";
import { readMeeting } from "./meeting-key";

const gateways: Record<string, (link: string) => string> = {
  safelinks: (link) => `https://a.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=1`,
  calendar: (link) => `https://www.google.com/url?q=${encodeURIComponent(link)}&sa=D`,
  second: (link) =>
    `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(link.replaceAll("-", "%2D").replaceAll("_", "%5F")).replaceAll("%25", "-").replaceAll("%2F", "_").replaceAll("%", "-")}&d=a`,
  third: (link) => `https://urldefense.com/v3/__${link}__;!!a!b$`,
  unknown: (link) => `https://gate.example/r/${encodeURIComponent(encodeURIComponent(link))}`,
};
const links = [
  "https://zoom.us/j/81234567890?pwd=a",
  "https://zoom.us/j/81234567891?pwd=a",
  "https://zoom.us/my/dr.reyes",
  "https://meet.google.com/abc-defg-hij",
  "https://harbor.webex.com/harbor/j.php?MTID=m1A2",
  "https://doxy.me/drreyes",
  "https://talk.example/room_a",
  "https://talk.example/room-b",
];

test.each(Object.entries(gateways))(
  "%s: a wrapped link is the meeting it leads to, and no other",
  (_, wrap) => {
    expect(links.map((link) => readMeeting(wrap(link)))).toEqual(links.map(readMeeting));
    expect(new Set(links.map((link) => JSON.stringify(readMeeting(wrap(link))))).size).toBe(links.length);
  },
);
