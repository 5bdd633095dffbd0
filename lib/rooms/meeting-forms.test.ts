import { expect, test } from "vitest";
import { readMeeting } from "./meeting-key";
import { passcodePlace } from "./meeting-services";

const zoom = "81234567890";
const teams = "teams.microsoft.com/l/meetup-join/19:meeting_ndk3@thread.v2";
const thread = "19%3ameeting_NDk3%40thread.v2";
const refused = { wrapped: "meeting-wrapped", none: "meeting-unreadable" } as const;

/** Each form, what is read from it, and whether who has the link needs no passcode. */
test.each<[form: string, typed: string, read: string, inLink: boolean]>([
  ["Zoom, number alone", "812 3456 7890", zoom, false],
  ["Zoom with pwd", "https://us02web.zoom.us/j/81234567890?pwd=QWxsIG9m.1", zoom, true],
  ["Zoom without pwd", "https://zoom.us/j/81234567890", zoom, false],
  ["Zoom with an empty pwd", "https://zoom.us/j/81234567890?pwd=", zoom, false],
  ["Zoom, vanity host", "https://harbor-health.zoom.us/j/81234567890?pwd=QWxs.1#success", zoom, true],
  ["Zoom by name", "https://zoom.us/my/dr.reyes", "zoom.us/my/dr.reyes", false],
  ["Zoom by name, vanity host", "https://harbor.zoom.us/my/dr.reyes?pwd=1", "zoom.us/my/dr.reyes", true],
  ["Zoom by name, web client", "https://app.zoom.us/wc/my/dr.reyes", "zoom.us/my/dr.reyes", false],
  ["Zoom, the host's own", "https://us06web.zoom.us/s/81234567890?zak=eyJ0", zoom, false],
  ["Zoom, web client", "https://app.zoom.us/wc/81234567890/join?fromPWA=1&pwd=QWxs.1", zoom, true],
  ["Zoom, older web client", "https://zoom.us/wc/join/81234567890", zoom, false],
  ["Zoom for government", "https://www.zoomgov.com/j/1612345678", "1612345678", false],
  ["Zoom, to register", "https://zoom.us/meeting/register/tZ0a-b", "zoom.us/meeting/register/tz0a-b", false],
  ["Zoom, numbers to call", "https://us02web.zoom.us/u/kdXyZ12", refused.none, false],
  ["Zoom, help", "https://support.zoom.us/hc/en-us", refused.none, false],
  [
    "Teams",
    `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=%7b%22Tid%22%3a%22a%22%7d`,
    teams,
    false,
  ],
  ["Teams, new", "https://teams.microsoft.com/meet/2345678901234?p=aB3dE9", "2345678901234", true],
  ["Teams, at home", "https://teams.live.com/meet/9345678901234?p=aB3dE9", "9345678901234", true],
  ["Teams by #", `https://teams.microsoft.com/_#/l/meetup-join/${thread}/0?context=x`, teams, false],
  [
    "Teams, new by #",
    `https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/${thread}/0`,
    teams,
    false,
  ],
  ["Teams, meet by #", "https://teams.live.com/v2/#/meet/9345678901234?p=x", "9345678901234", false],
  ["Teams, other host", `https://teams.cloud.microsoft/l/meetup-join/${thread}/0`, teams, false],
  [
    "Teams, launcher",
    `https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F${thread}%2F0&type=meetup-join`,
    teams,
    false,
  ],
  [
    "Teams, options",
    "https://teams.microsoft.com/meetingOptions/?organizerId=a&threadId=19_m",
    refused.none,
    false,
  ],
  ["Teams, numbers to call", "https://dialin.teams.microsoft.com/8551?id=123456789", refused.none, false],
  ["Meet", "https://meet.google.com/abc-defg-hij?authuser=1", "meet.google.com/abc-defg-hij", false],
  [
    "Meet, by phone",
    "https://tel.meet/abc-defg-hij?pin=1234567890123",
    "meet.google.com/abc-defg-hij",
    false,
  ],
  ["Meet, a new one", "https://meet.google.com/new", refused.none, false],
  ["doxy", "https://doxy.me/DrReyes?pid=1", "doxy.me/drreyes", false],
  ["doxy of a clinic", "https://harbor.doxy.me/drreyes", "harbor.doxy.me/drreyes", false],
  ["Whereby", "https://whereby.com/dr-reyes?roomKey=eyJ0", "whereby.com/dr-reyes", false],
  ["Whereby of a clinic", "https://harbor.whereby.com/s-1?embed", "harbor.whereby.com/s-1", false],
  ["Webex", "https://harbor.webex.com/harbor/j.php?MTID=m1A2", "harbor.webex.com/j.php/m1a2", false],
  [
    "Webex by another path",
    "https://harbor.webex.com/harbor-en/j.php?MTID=m1A2",
    "harbor.webex.com/j.php/m1a2",
    false,
  ],
  [
    "Webex, launcher",
    "https://harbor.webex.com/wbxmjs/joinservice/sites/harbor/meeting/download/ab12?siteurl=harbor&MTID=m1A2",
    "harbor.webex.com/j.php/m1a2",
    false,
  ],
  ["Webex by name", "https://harbor.webex.com/meet/dr.reyes", "harbor.webex.com/meet/dr.reyes", false],
  [
    "Webex by name, other path",
    "https://harbor.webex.com/join/dr.reyes",
    "harbor.webex.com/meet/dr.reyes",
    false,
  ],
  [
    "Webex by name, in the browser",
    "https://harbor.webex.com/webappng/sites/harbor/dashboard/pmr/dr.reyes",
    "harbor.webex.com/meet/dr.reyes",
    false,
  ],
  ["Webex, numbers to call", "https://harbor.webex.com/harbor/globalcallin.php?MTID=t9", refused.none, false],
  [
    "FaceTime",
    "https://facetime.apple.com/join#v=1&p=AbC_d&k=SeCreT",
    "facetime.apple.com/join/abc_d",
    false,
  ],
  ["FaceTime, nothing behind #", "https://facetime.apple.com/join", refused.none, false],
  [
    "Signal",
    "https://signal.link/call/#key=bcdf-ghkm-npqr-stxz-bbcc-ddff-gghh-kkmm",
    "signal.link/call/bcdf-ghkm-npqr-stxz",
    false,
  ],
  ["a page for all, rooms behind #", "https://talk.example/#room-a", "talk.example/room-a", false],
  ["a place on the page", "https://talk.example/room-a#chat", "talk.example/room-a", false],
  [
    "Safelinks",
    "https://nam02.safelinks.protection.outlook.com/ap/t-5/?url=https%3A%2F%2Fzoom.us%2Fj%2F81234567890%3Fpwd%3DQWxs.1&data=05%7C02",
    zoom,
    true,
  ],
  [
    "Proofpoint 1",
    "https://urldefense.proofpoint.com/v1/url?u=https://zoom.us/j/81234567890&k=a&r=b",
    zoom,
    false,
  ],
  [
    "Proofpoint 2",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__us02web.zoom.us_j_81234567890-3Fpwd-3DQWxs.1&d=DwMFaQ&c=a&e=",
    zoom,
    true,
  ],
  [
    "Proofpoint 3",
    "https://urldefense.com/v3/__https://zoom.us/j/81234567890?pwd=QWxs.1__;!!Abc!x-y$",
    zoom,
    true,
  ],
  [
    "Proofpoint 3 with signs taken out",
    "https://urldefense.us/v3/__https:/teams.microsoft.com/l/meetup-join/19*3ameeting_NDk3*40thread.v2/0__;JSU!!Abc!x$",
    teams,
    false,
  ],
  [
    "Proofpoint 3 with a run taken out",
    "https://urldefense.com/v3/__https://talk.example/caf**Aroom__;w6nDqQ!!Abc!x$",
    "talk.example/caf%c3%a9%c3%a9room",
    false,
  ],
  [
    "a calendar's redirect",
    "https://www.google.com/url?q=https://zoom.us/j/81234567890&sa=D&ust=1",
    zoom,
    false,
  ],
  ["another one", "https://calendar.google.com/url?q=https%3A%2F%2Fzoom.us%2Fj%2F81234567890", zoom, false],
  [
    "Cisco",
    "https://secure-web.cisco.com/1AbC-d/https%3A%2F%2Fzoom.us%2Fj%2F81234567890%3Fpwd%3DQWxs.1",
    zoom,
    true,
  ],
  ["Cisco, nothing inside", "https://secure-web.cisco.com/1AbC-d", refused.wrapped, false],
  [
    "Barracuda",
    "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fzoom.us%2fj%2f81234567890&c=E,1,x&typo=1",
    zoom,
    false,
  ],
  ["Mimecast", "https://protect-us.mimecast.com/s/AbC1Dx?domain=us02web.zoom.us", refused.wrapped, false],
  ["Mimecast, newer", "https://url.us.m.mimecastprotect.com/s/AbC1Dx?domain=zoom.us", refused.wrapped, false],
  [
    "Check Point",
    "https://protect.checkpoint.com/v2/___https://zoom.us/j/81234567890?pwd=QWxs.1___.YzJlOmE6bzpi",
    zoom,
    true,
  ],
  [
    "Check Point, shifted letters",
    "https://protect.checkpoint.com/v2/r01/___myyux:d_ddetrs.zx___.YzJl",
    refused.wrapped,
    false,
  ],
  ["Avanan", "https://url.avanan.click/v2/___https://zoom.us/j/81234567890___.YXAz", zoom, false],
  [
    "Sophos",
    "https://eu.protection.sophos.com/?d=zoom.us&u=aHR0cHM6Ly96b29tLnVzL2ovODEyMzQ1Njc4OTA=&i=a",
    zoom,
    false,
  ],
  ["Symantec", "https://clicktime.symantec.com/3AbC?u=https%3A%2F%2Fzoom.us%2Fj%2F81234567890", zoom, false],
  [
    "one gateway in another",
    "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fzoom.us%2Fj%2F81234567890__%3B!!A!x%24&data=1",
    zoom,
    false,
  ],
  [
    "a gateway nobody knows",
    "https://mail.example/go/https%253A%252F%252Fzoom.us%252Fj%252F81234567890",
    zoom,
    false,
  ],
  ["a gateway that names its host", "https://mail.example/c/8f3?domain=zoom.us", refused.wrapped, false],
  [
    "a gateway that leads nowhere we read",
    "https://mail.example/?to=https://news.example",
    refused.wrapped,
    false,
  ],
  ["a short link", "https://bit.ly/3AbCdEf", refused.wrapped, false],
])("%s", (_, typed, read, inLink) => {
  const meeting = readMeeting(typed);
  if (typeof meeting === "string") return expect(meeting).toBe(read);
  expect(meeting.key).toBe(read);
  const place = inLink ? "in-link" : "none";
  expect(passcodePlace({ link: meeting.link, passcode: null })).toBe(place);
  expect(passcodePlace({ link: meeting.link, passcode: "482915" })).toBe("typed");
});
