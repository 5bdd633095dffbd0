import {
  archived,
  asked,
  back,
  cancelled,
  type DemoPatient,
  entered,
  no,
  opened,
  openedSample,
  type Step,
  talked,
  talkFirst,
  undelivered,
  viewed,
  wish,
  yes,
} from "./story";

const electronic = "electronic-records";
const notice = "privacy-notice";
const video = "video-platform";
const recording = "session-recording";
const email = "email-scheduling";
const sharing = "video-sharing";

/** The first day: in, texts on a screen and a sample opened, notice received. */
function began(daysAgo: number): Step[] {
  return [entered(daysAgo), yes(daysAgo, electronic), openedSample(daysAgo), yes(daysAgo, notice)];
}

function person(
  legalName: string,
  calledName: string,
  mailbox: string | null,
  dateOfBirth: string,
  addedDaysAgo: number,
  story: Step[],
  more: Partial<DemoPatient> = {},
): DemoPatient {
  const address = mailbox && (mailbox.includes("@") ? mailbox : `${mailbox}@patients.test`);
  const core = { legalName, calledName, email: address, dateOfBirth, addedDaysAgo, story };
  return { language: "en", phone: null, ...core, ...more };
}

const inSpanish = { language: "es" } as const;

/** Everybody of Harbor, in every state a consent can have. Ana is whom a first visitor plays; Farah has never been in. */
export const harborPatients: DemoPatient[] = [
  person(
    "Ana María Ruiz",
    "Ana",
    "ana",
    "1988-05-14",
    281,
    [
      ...began(280),
      yes(280, video),
      yes(280, recording, ["look-back", "patient-copy"]),
      yes(280, email),
      viewed(120, "therapist"),
      viewed(40, "auditor"),
      viewed(2, "office"),
      asked(1, [video, recording, sharing]),
      wish(1, { what: "wished", wish: "phone", next: "phone" }),
    ],
    { ...inSpanish, phone: "(555) 010-0101" },
  ),
  person(
    "Benjamin Ortiz",
    "Ben",
    "ben",
    "1979-11-02",
    261,
    [
      ...began(260),
      no(260, email),
      yes(13, video),
      yes(12, recording, ["look-back"]),
      asked(2, [sharing]),
      undelivered(2),
    ],
    { phone: "(555) 010-0102" },
  ),
  person("Chloe Park", "Chloe", "chloe", "1995-02-27", 201, [
    ...began(200),
    yes(200, video),
    yes(200, email),
    yes(29, recording, ["look-back", "patient-copy", "supervision"]),
    yes(28, sharing, ["shared-folder"]),
    asked(13, [video]),
    back(4, recording),
    viewed(4, "therapist"),
  ]),
  person("Dana Kim", "Dana", "dana", "1990-08-19", 7, [
    entered(6),
    yes(6, electronic),
    openedSample(6),
    no(6, notice),
    yes(6, video),
    asked(6, [email]),
    talkFirst(5, email),
  ]),
  person(
    "Leo Romero",
    "Leo",
    "marta",
    "2012-08-15",
    91,
    [...began(90), yes(12, video), asked(11, [recording])],
    { mailboxOf: "parent" },
  ),
  person(
    "Elif Tunç",
    "Elif",
    "elif@old-mail.test",
    "1985-12-30",
    10,
    [asked(9, [notice, video]), undelivered(9)],
    { phone: "(555) 010-0105" },
  ),
  person("Farah Nazari", "Farah", "farah", "1991-04-17", 3, [asked(2, [electronic, notice, video, email])], {
    phone: "(555) 010-0107",
  }),
  person(
    "Gabriel Santos Lima",
    "Gabriel",
    "gabriel",
    "1972-03-08",
    241,
    [...began(240), yes(240, email), no(240, recording), yes(11, video), no(10, recording)],
    inSpanish,
  ),
  person("Hannah Weiss", "Hannah", "hannah", "2001-06-21", 151, [
    ...began(150),
    yes(150, email),
    yes(29, recording, ["look-back", "teaching"]),
    yes(9, video),
    back(3, recording, ["teaching"]),
    wish(2, { what: "had-trouble", trouble: "sound-poor" }),
    wish(1, { what: "proposed", platform: "doxy-me", trialDays: 14 }),
  ]),
  person("Isabel Moreno Vidal", "Isabel", null, "1948-09-12", 190, [asked(8, [video, recording])], {
    ...inSpanish,
    phone: "(555) 010-0110",
  }),
  person("Jonas Lindgren", "Jonas", "jonas", "1983-01-25", 121, [
    ...began(120),
    yes(120, email),
    no(10, video),
  ]),
  person("Keiko Tanaka", "Keiko", "keiko", "1969-07-04", 221, [
    ...began(220),
    yes(220, email),
    yes(28, recording),
    yes(27, sharing, ["shared-folder", "storage-advice"]),
    yes(13, video),
  ]),
  person(
    "Lucía Herrera Paz",
    "Lucía",
    "lucia",
    "1998-10-10",
    76,
    [...began(75), no(75, email), yes(12, video), asked(7, [recording]), talkFirst(6, recording)],
    inSpanish,
  ),
  person("Marcus Bell", "Marcus", "marcus", "1976-04-03", 211, [
    ...began(210),
    yes(210, email),
    yes(210, recording, ["look-back", "patient-copy"]),
    back(100, recording),
    no(60, sharing),
    yes(18, recording, ["look-back"]),
    yes(8, video),
    wish(7, { what: "wished", wish: "phone", reason: "The camera makes me tired." }),
    wish(6, { what: "agreed-to-try", platform: "phone", trialDays: 21 }),
    wish(5, { what: "signed-trade-off" }),
  ]),
  person("Nadia Haddad", "Nadia", "nadia", "1993-12-05", 46, [
    ...began(45),
    yes(45, email),
    asked(15, [recording]),
    cancelled(10, recording),
    yes(13, video),
  ]),
  person("Owen Clarke", "Owen", "owen", "1958-02-14", 291, [
    ...began(290),
    yes(290, email),
    no(290, recording),
    back(30, electronic),
    back(30, email),
    yes(11, video),
    wish(9, { what: "wished", wish: "not-sure" }),
  ]),
  person(
    "Paula Jiménez Ros",
    "Paula",
    "paula",
    "1987-01-19",
    111,
    [...began(110), yes(110, recording, ["look-back"]), asked(29, [recording]), yes(10, video)],
    inSpanish,
  ),
  person("Quinn Adler", "Quinn", "quinn", "1999-11-11", 63, [
    ...began(62),
    yes(62, email),
    asked(29, [recording]),
    talkFirst(28, recording),
    talked(26, "questions-answered", "Wanted to know who the supervisor is."),
    no(26, recording),
    yes(13, video),
  ]),
  person("Rosa Delgado Núñez", "Rosa", null, "1954-06-30", 60, [], { ...inSpanish, phone: "(555) 010-0119" }),
  person("Sofia Marchetti", "Sofia", "sofia", "1980-08-08", 171, [
    ...began(170),
    yes(170, email),
    yes(170, recording, ["look-back", "patient-copy"]),
    yes(160, sharing, ["handed-over"]),
    asked(29, [recording], 40),
    yes(7, video),
    opened(1, recording),
  ]),
  person(
    "Tomás Aguilar Vega",
    "Tomás",
    "tomas",
    "1991-09-23",
    34,
    [
      ...began(33),
      yes(33, email),
      yes(9, video),
      yes(8, recording, ["look-back", "patient-copy"]),
      asked(8, [sharing], 14),
      wish(6, { what: "wished", wish: "meet" }),
      wish(5, { what: "not-possible", hindrance: "no-agreement" }),
    ],
    inSpanish,
  ),
  person("Ursula Frey", "Ursula", "ursula", "1965-03-17", 251, [
    ...began(250),
    yes(250, email),
    yes(26, recording, ["look-back"]),
    yes(12, video),
    wish(11, { what: "proposed", platform: "doxy-me", trialDays: 30 }),
    wish(10, { what: "explained" }),
  ]),
  person("Victor Nguyen", "Victor", "victor", "1984-05-05", 14, [
    entered(13),
    no(13, electronic),
    asked(13, [notice]),
    yes(13, email),
    yes(13, video),
    asked(3, [recording]),
  ]),
  person("Wendy Łukasz-Brown", "Wendy", "wendy", "1978-12-12", 141, [
    ...began(140),
    yes(140, email),
    yes(6, video),
    yes(5, recording, ["look-back", "patient-copy", "supervision"]),
    yes(5, sharing, ["shared-folder", "handed-over"]),
  ]),
  person(
    "Ximena Torres Gil",
    "Ximena",
    "ximena",
    "2004-02-02",
    21,
    [...began(20), asked(6, [video]), talkFirst(4, video), asked(2, [recording, email])],
    inSpanish,
  ),
  person("Yusuf Demir", "Yusuf", "yusuf", "1970-10-28", 296, [
    ...began(295),
    yes(295, email),
    yes(295, video),
    yes(295, recording, ["look-back"]),
    no(200, sharing),
    back(180, recording),
    archived(45),
  ]),
];

/** The other practice of the installation. Anita is Harbor's Ana: one mailbox, two practices. */
export const lakesidePatients: DemoPatient[] = [
  person("Ana María Ruiz", "Anita", "ana", "1988-05-14", 51, [...began(50), asked(3, [video])], inSpanish),
  person("Peter Sandoval", "Peter", "peter", "1981-07-07", 51, [
    ...began(50),
    yes(49, recording, ["look-back"]),
  ]),
  person("Grace Oyelaran", "Grace", "grace", "1996-03-29", 16, [
    entered(15),
    yes(15, electronic),
    openedSample(15),
    no(15, notice),
    no(15, video),
  ]),
  person("Emil Novák", "Emil", null, "1962-11-20", 5, []),
];
