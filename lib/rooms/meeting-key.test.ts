import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meetingKey, readMeeting, whyNotMeeting } from "./meeting-key";

/** What the database asks of a key, `meetings_one_spelling`. */
const oneSpelling = /^([0-9]{6,20}|[a-z0-9.-]+(:[0-9]+)?\/[^\s?#]+)$/;

const zoom = "81234567890";
const meet = "meet.google.com/abc-defg-hij";
const teams = "teams.microsoft.com/l/meetup-join/19:meeting_ndk3@thread.v2";

describe("one meeting has one key", () => {
  test.each([
    ["81234567890", zoom],
    ["  812 3456 7890 ", zoom],
    ["812-3456-7890", zoom],
    ["812\u00a03456\u20117890", zoom],
    ["\u200e812 3456 7890\u200f", zoom],
    ["８１２ ３４５６ ７８９０", zoom],
    ["https://zoom.us/j/81234567890", zoom],
    ["https://ZOOM.us/J/81234567890/", zoom],
    ["zoom.us/j/81234567890?pwd=AbC.1", zoom],
    ["https://us02web.zoom.us/j/81234567890?pwd=QWxs#success", zoom],
    ["https://harbor.zoom.us/wc/join/81234567890", zoom],
    ["https://app.zoom.us/wc/81234567890/join?fromPWA=1", zoom],
    ["https://zoom.us:443//j//81234567890", zoom],
    ["https://zoom.us./j/%38%31234567890", zoom],
    ["https://zoom.us/j/812%203456%207890", zoom],
    ["https://zoom.us/join?confno=812-3456-7890", zoom],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F81234567890&data=1",
      zoom,
    ],
    ["https://www.google.com/url?q=https://zoom.us/j/81234567890&sa=D", zoom],
    ["https://zoom.us/my/Dr.Reyes", "zoom.us/my/dr.reyes"],
    ["https://us06web.zoom.us/my/dr.reyes/?pwd=1", "zoom.us/my/dr.reyes"],
    ["https://meet.google.com/abc-defg-hij", meet],
    ["https://meet.google.com/ABCDEFGHIJ?authuser=1", meet],
    ["abc-defg-hij", meet],
    [
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NDk3%40thread.v2/0?context=%7b%22Tid%22%7d",
      teams,
    ],
    ["https://teams.microsoft.com/l/meetup-join/19:meeting_ndk3@thread.v2/1699999999999", teams],
    [
      "https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_NDk3%40thread.v2%2F0&type=meetup-join",
      teams,
    ],
    ["https://teams.microsoft.com/meet/2345678901234?p=abc", "2345678901234"],
    ["234 567 890 123 4", "2345678901234"],
    ["https://doxy.me/DrReyes", "doxy.me/drreyes"],
    ["www.doxy.me/drreyes/", "doxy.me/drreyes"],
    ["https://doxy.me/./a/../DrReyes", "doxy.me/drreyes"],
    ["https://harbor.webex.com/harbor/j.php?MTID=m1A2", "harbor.webex.com/j.php/m1a2"],
    ["https://video.example:8443/room/a", "video.example:8443/room/a"],
    ["https://bücher.example/Straße", "xn--bcher-kva.example/strasse"],
    ["https://xn--bcher-kva.example/STRASSE", "xn--bcher-kva.example/strasse"],
    ["https://video.example/caf%C3%A9", "video.example/caf%c3%a9"],
    ["https://video.example/cafe\u0301", "video.example/caf%c3%a9"],
    ["https://video.example/a%zz", "video.example/a%25zz"],
    ["https://video.example/a%2Fb%3Fc", "video.example/a/b%3fc"],
  ])("%s", (typed, key) => {
    expect(meetingKey(typed)).toBe(key);
    expect(key).toMatch(oneSpelling);
  });

  test("and what differs in more than spelling is another meeting", () => {
    const others = [
      "81234567891",
      "https://zoom.us/my/dr.reyes2",
      "https://meet.google.com/abc-defg-hik",
      "https://teams.microsoft.com/l/meetup-join/19:meeting_ndk4@thread.v2/0",
      "https://doxy.me/drreyes2",
      "https://harbor.webex.com/harbor/j.php?MTID=m1A3",
      "https://harbor.webex.com/harbor/j.php?MTID=m1A4",
      "https://video.example/room/a",
      "https://video.example:8443/room/b",
    ];
    expect(new Set(others.map(meetingKey)).size).toBe(others.length);
  });
});

test.each([
  ["javascript:alert(1)", "link-not-https"],
  ["JavaScript:alert(document.domain)//zoom.us/j/81234567890", "link-not-https"],
  [" data:text/html,<b>81234567890", "link-not-https"],
  ["http://zoom.us/j/81234567890", "link-not-https"],
  ["zoommtg://zoom.us/join?confno=81234567890", "link-not-https"],
  ["tel:+15550100100", "link-not-https"],
  ["https://zoom.us@evil.example/j/81234567890", "link-not-https"],
  ["https://www.google.com/url?q=javascript:alert(1)", "link-not-https"],
  ["", "meeting-unreadable"],
  ["12345", "meeting-unreadable"],
  ["123456789012345678901", "meeting-unreadable"],
  ["our usual meeting", "meeting-unreadable"],
  ["+1 555 010 0100", "meeting-unreadable"],
  ["(555) 010-0100", "meeting-unreadable"],
  ["5550100100,,81234567890#", "meeting-unreadable"],
  ["https://", "meeting-unreadable"],
  ["https://zoom.us", "meeting-unreadable"],
  ["https://zoom.us/join", "meeting-unreadable"],
  ["https://zoom.us/j/1?x", "meeting-unreadable"],
  ["https://app.zoom.us/wc/home", "meeting-unreadable"],
  ["https://localhost/j/81234567890", "meeting-unreadable"],
  ["https://[::1]/j/81234567890", "meeting-unreadable"],
  [`https://video.example/${"é".repeat(400)}`, "meeting-unreadable"],
] as const)("%s is refused: %s", (typed, reason) => {
  expect(whyNotMeeting(typed)).toBe(reason);
  expect(meetingKey(typed)).toBeNull();
});

test("what is pressed is an https link, and a number alone has none", () => {
  expect(readMeeting("812 3456 7890")).toEqual({ key: zoom, link: null });
  expect(readMeeting("zoom.us/j/81234567890?pwd=AbC")).toEqual({
    key: zoom,
    link: "https://zoom.us/j/81234567890?pwd=AbC",
  });
});

test("whatever is typed, the key is one the database takes, and a key is its own spelling", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
      ),
      (typed) => {
        const key = meetingKey(typed);
        if (key === null) return;
        expect(key).toMatch(oneSpelling);
        expect(key).toBe(key.toLowerCase());
        expect(meetingKey(/^\d+$/.test(key) ? key : `https://${key}`)).toBe(key);
      },
    ),
    { numRuns: 300 },
  );
});

const letters = fc.string({ unit: fc.constantFrom(..."abcdefgxyz-_.é"), minLength: 3, maxLength: 12 });
const flips = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });

test("the same number has one key in every spelling", () => {
  const regions = fc.constantFrom("", "us02web.", "harbor.", "US04WEB.");
  const ways = fc.constantFrom("j", "J", "w", "s", "wc/join");
  const number = fc.bigInt({ min: 10n ** 8n, max: 10n ** 11n - 1n }).map(String);
  const separator = fc.constantFrom(" ", "-", "\u2013", "\u00a0", "");
  fc.assert(
    fc.property(number, separator, regions, ways, fc.string(), (digits, between, region, way, secret) => {
      const spellings = [
        [...digits].join(between),
        `${digits.slice(0, 3)}${between}${digits.slice(3, 7)}${between}${digits.slice(7)}`,
        `https://${region}zoom.us/${way}/${digits}`,
        `HTTPS://${region}ZOOM.us/${way}/${digits}/?pwd=${encodeURIComponent(secret)}`,
        `${region}zoom.us/${way}/${digits}#${encodeURIComponent(secret)}`,
      ];
      expect([...new Set(spellings.map(meetingKey))]).toEqual([digits]);
    }),
  );
});

test("the same name has one key in every spelling", () => {
  fc.assert(
    fc.property(letters, flips, fc.string(), (name, choices, secret) => {
      fc.pre(!/^[.]+$/.test(name));
      const turned = [...name].map((letter, at) =>
        choices[at % choices.length] ? letter.toUpperCase() : letter,
      );
      const escaped = [...name].map((letter, at) =>
        choices[at % choices.length] ? inPercent(letter) : letter,
      );
      const spellings = [
        `https://doxy.me/${name}`,
        `doxy.me/${turned.join("")}/`,
        `https://www.doxy.me//${escaped.join("")}`,
        `https://DOXY.me/${name}?pid=${encodeURIComponent(secret)}`,
      ];
      expect(new Set(spellings.map(meetingKey)).size).toBe(1);
      expect(meetingKey(spellings[0] ?? "")).toMatch(/^doxy\.me\//);
    }),
  );
});

function inPercent(letter: string): string {
  return [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}
