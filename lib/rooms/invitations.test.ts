import { expect, test } from "vitest";
import { readMeeting } from "./meeting-key";

const zoom = "81234567890";
const teams = "teams.microsoft.com/l/meetup-join/19:meeting_ndk3@thread.v2";
const thread = "19%3ameeting_NDk3%40thread.v2";

const ofZoom = `Dr. Reyes is inviting you to a scheduled Zoom meeting.

Topic: Our sessions
Join Zoom Meeting
https://us02web.zoom.us/j/81234567890?pwd=QWxs.1

Meeting ID: 812 3456 7890
Passcode: 482915

One tap mobile
+16699006833,,81234567890#,,,,*482915# US (San Jose)

Find your local number: https://us02web.zoom.us/u/kdXyZ12`;
const ofTeams = `Microsoft Teams Need help?<https://aka.ms/JoinTeamsMeeting?omkt=en-US>
Join the meeting now<https://teams.microsoft.com/l/meetup-join/${thread}/0?context=%7b%7d>
Meeting ID: 234 567 890 123 4
Dial in by phone +1 323-555-0100,,123456789#<tel:+13235550100,,123456789#>
Find a local number<https://dialin.teams.microsoft.com/8551?id=123456789>
For organizers: Meeting options<https://teams.microsoft.com/meetingOptions/?organizerId=a>`;
const ofMeet = `Video call link: https://meet.google.com/abc-defg-hij
Or dial: (US) +1 413-555-0100 PIN: 123 456 789#
More phone numbers: https://tel.meet/abc-defg-hij?pin=1234567890123`;
const ofWebex = `Join from the meeting link
https://harbor.webex.com/harbor/j.php?MTID=m1A2.
Global call-in numbers
https://harbor.webex.com/harbor/globalcallin.php?MTID=t9
Need help? Go to https://help.webex.com`;

test.each([
  ["Zoom", ofZoom, zoom, "https://us02web.zoom.us/j/81234567890?pwd=QWxs.1"],
  ["Teams", ofTeams, teams, `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=%7b%7d`],
  ["Meet", ofMeet, "meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"],
  ["Webex", ofWebex, "harbor.webex.com/j.php/m1a2", "https://harbor.webex.com/harbor/j.php?MTID=m1A2"],
  [
    "a service nobody knows",
    "Please come: https://talk.example/room-a.",
    "talk.example/room-a",
    "https://talk.example/room-a",
  ],
])("of a whole invitation of %s, its one meeting is taken", (_, invitation, key, link) => {
  expect(readMeeting(invitation)).toEqual({ key, link });
});

test.each([
  ["two meetings", `${ofZoom}\n${ofMeet}`, "several-meetings"],
  ["two of one service", `${ofZoom}\nhttps://zoom.us/j/81234567891`, "several-meetings"],
  ["nothing but help", "Need help? https://support.zoom.us/hc/en-us", "meeting-unreadable"],
  ["a wrapped link", "Join: https://protect-us.mimecast.com/s/AbC1Dx?domain=zoom.us", "meeting-wrapped"],
  ["an open link", "Join: http://zoom.us/j/81234567890", "link-not-https"],
])("an invitation with %s is refused: %s", (_, invitation, reason) => {
  expect(readMeeting(invitation)).toBe(reason);
});

test("a link with a word behind it is still that link", () => {
  expect(readMeeting("https://zoom.us/j/81234567890 Passcode: 1234")).toMatchObject({ key: zoom });
});
