const backAtAnyTime = (url: string) =>
  `You can go back to how you met before, at any time and without giving a reason: sign in at ${url}. The practice can, too.`;

/** Fixed words for what a signature means; an acknowledgement never reads as agreement. */
export const english = {
  eyebrow: {
    "acknowledges-receipt": "Information received",
    "declines-receipt": "Receipt not confirmed",
    consents: "Permission",
    refuses: "The answer is no",
    withdraws: "Permission taken back",
    "acknowledges-trade-off": "Another way to meet",
    "explains-trade-off": "Another way to meet, explained aloud",
  },
  meaning: {
    "acknowledges-receipt": "Confirms having received this information. This is not an agreement to it.",
    "declines-receipt":
      "Does not confirm having received this information. This permits nothing and refuses nothing, and care goes on as always.",
    consents: "Gives permission for each use answered Yes in this document, and for no other.",
    refuses: "Says no to what this document asks. Nothing of it is permitted.",
    withdraws: "Takes back what this document names as taken back, from the time written here.",
    "acknowledges-trade-off":
      "Confirms having read what is different on another way to meet. This is not a permission for anything else.",
    "explains-trade-off":
      "Says that what is different on another way to meet was explained aloud. The patient signed nothing.",
  },
  yes: "Yes",
  no: "No",
  open: "Left open",
  takenBack: "Taken back",
  takenBackOnDay: (day: string) => `Taken back on ${day}`,
  someOfEach: (yes: number, no: number, open: number) =>
    `Yes to ${yes}, no to ${no}${open > 0 ? `, left open ${open}` : ""}. Only what was allowed may be done.`,
  allNo: "Care goes on as always.",
  patient: "Patient",
  signedBy: "Signed by",
  takenBackBy: "Taken back by",
  mailboxReader: "Whoever reads the mailbox on file",
  practice: "Practice",
  phone: (phone: string) => `Phone ${phone}`,
  answered: "Answered",
  countsThrough: "Counts through",
  takenBackOn: "Taken back",
  firstAnswered: "First answered",
  text: "Text",
  version: (number: number, since: string, language: string) =>
    `Version ${number}, in force since ${since}, in ${language}`,
  tradeOff: {
    text: (day: string, language: string) => `What was known on ${day}, in ${language}`,
    confirmed: "What was confirmed",
    explained: "What was explained",
    confirmedWord: "Confirmed",
    explainedWord: "Explained",
    signedOn: "Signed",
    notedOn: "Noted",
    wishId: "Wish to meet another way",
    acknowledgementId: "Confirmation",
    explainedBy: "Explained by",
    ofPractice: "of the practice, who noted it",
    mark: "Explained aloud and noted by the practice. There is no signature.",
    meaning: (name: string, day: string) =>
      `Explained by ${name} in the session of ${day}, and noted by the practice. The patient signed nothing.`,
    way: "Explained aloud in a session, and noted by the practice.",
    evidence: "How this was noted",
  },
  language: { en: "English", es: "Spanish" },
  capacity: {
    self: "the patient",
    parent: "parent of the patient",
    guardian: "guardian of the patient",
    proxy: "person who may decide for the patient",
  },
  answers: "The answers",
  taken: "What was taken back",
  stays: {
    heading: "What stays on record",
    body: (answeredOn: string) =>
      `The answer of ${answeredOn} and this document both stay on record: one shows what was allowed until now, the other that it ended. What was done while it was allowed is not undone by this. What happens to anything stored is answered separately.`,
    untouched: "A use that is not marked as taken back keeps the answer shown here.",
  },
  reader: {
    heading: "What your PDF reader will say, and why",
    signed:
      "It carries the electronic seal of the practice over the electronic signature of the person who signed.",
    pressed: "It carries the electronic seal of the practice.",
    body: (carries: string) =>
      `This is a locked copy: any change to it would show. ${carries} The practice’s certificate was issued by the private authority of its own system, which PDF readers do not know. So the bar above the page will say that the identity is unknown or not yet trusted. That is expected. What matters is that it also says the document was not changed.`,
    check: (url: string) => `Anyone can check both at ${url}; the file stays on your device.`,
  },
  shown: "The text, as it was shown",
  uses: "Each use and its answer",
  draft: "Draft",
  draftOf: (number: number) => `Draft of version ${number}, not published`,
  usesOfDraft: "The uses, each with its own answer",
  required: "An answer was needed; it could be yes or no.",
  optional: "This could be left open.",
  whatFor: "What for",
  whoSees: "Who sees it",
  where: "Where it is",
  until: "Until when",
  copy: "Your copy",
  signature: "Signature",
  meaningLabel: "Meaning",
  confirmed: "Confirmed",
  besideButton: "Beside the button",
  typed: "Name typed as signature",
  drawn: "Drawn signature",
  pressed: {
    named: (answeredOn: string) =>
      `Taken back with one press of a button. The name was typed with the answer of ${answeredOn}, not again.`,
    unnamed: "Taken back with one press of a button. No name was given.",
  },
  spoken: {
    notedBy: "Noted by",
    ofPractice: "of the practice, who was told it aloud",
    mark: "Said aloud and written down by the practice. There is no signature.",
    noted: "Noted",
    routes: {
      phone: "Said on the phone, written down by the practice.",
      "in-person": "Said in person, written down by the practice.",
    },
    identity:
      "In the judgment of who wrote it down; they had signed in with a one-time link or code of their own.",
  },
  evidence: "How this was signed",
  evidenceOfPress: "How this was taken back",
  way: "Way",
  routes: {
    portal: "In the practice’s portal, over the internet.",
    "in-person": "In the practice, on a device handed over by staff.",
    paper: "On paper, entered by the practice.",
    phone: "By phone, entered by the practice.",
    system: "Entered by the practice’s system.",
  },
  identity: "Who it was",
  authentication: {
    "email-link": (at: string) =>
      `Signed in with a one-time link sent to the e-mail address on file, on ${at}.`,
    "email-code": (at: string) =>
      `Signed in with a one-time code sent to the e-mail address on file, on ${at}.`,
    "question-link": (at: string) =>
      `Came in with the link of a mail to the e-mail address on file and the date of birth, or a code handed out by the practice, on ${at}.`,
  },
  screen: "On the screen",
  rewritten:
    "While this was open, the browser showed other words than were sent to it, as a translation does. What it showed is not known here; the text on these pages is what was sent.",
  textFingerprint: "Fingerprint of the text (SHA-256)",
  markFingerprint: "Fingerprint of the drawn signature (SHA-256)",
  documentId: "Document",
  disclosureId: "Text and version",
  requestId: "Question",
  answerId: "Answer",
  withdrawalId: "Taking back",
  trail: "Place in the practice’s history",
  entry: (sequence: number, origin: string) => `Entry ${sequence} of ${origin}`,
  leaf: "Fingerprint of that entry (SHA-256)",
  commitment: "Commitment to address and browser",
  commitmentWhat:
    "The internet address and the browser used are kept as evidence but not printed here, so that this copy does not tell others where the signer was. This value fixes them: it can be opened for a court and for nobody else.",
  verify: {
    heading: "How to check this document",
    online: (url: string) =>
      `Open ${url} and choose this file. The page works out three things separately: whether the file was changed, whether a known practice locked it, and when. The file is not uploaded.`,
    offline: "On a computer that has the software, without a network:",
    command: "npm run candor -- document verify FILE",
    attachment: "The file also carries record.json, the same facts for machines. It is the only attachment.",
  },
  change: {
    heading: {
      "acknowledges-receipt": "If you have a question",
      "declines-receipt": "If you change your mind",
      consents: "How to take it back",
      refuses: "If you change your mind",
      withdraws: "If you change your mind",
      "acknowledges-trade-off": "If you want to go back",
      "explains-trade-off": "If you want to go back",
    },
    body: {
      "acknowledges-receipt": () =>
        "There is nothing to take back: receiving information binds you to nothing.",
      "declines-receipt": (url: string) =>
        `Nothing more is needed. If you wish to confirm it after all, sign in at ${url}.`,
      consents: (url: string) =>
        `You may take back any of these answers, whenever you wish, without giving a reason. Sign in at ${url}, choose the answer and press Withdraw. It takes effect at that moment. Your care stays the same.`,
      refuses: (url: string) =>
        `Your answer stands until you change it, and nobody needs you to. If you wish to, sign in at ${url}.`,
      withdraws: (url: string) =>
        `Nothing more is needed. If you ever wish to allow it again, sign in at ${url}.`,
      "acknowledges-trade-off": backAtAnyTime,
      "explains-trade-off": backAtAnyTime,
    },
    call: (phone: string) => `You can also call the practice: ${phone}.`,
  },
  document: (id: string) => `Document ${id}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
};
