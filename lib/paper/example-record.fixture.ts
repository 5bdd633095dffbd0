import type { SignedItem, SignedRecord } from "@/verifier/record";

/** A whole record for tests and samples; every value is invented. */
export function exampleRecord(change: Partial<SignedRecord> = {}): SignedRecord {
  return {
    schema: "candor/record/1",
    documentId: "019ab0f2-4c1e-7d33-9a51-5f2f4a1c7f21",
    meaning: "consents",
    language: "en",
    practice: {
      id: "019ab0f0-0000-7000-8000-000000000001",
      name: "Hollis Marr Psychotherapy",
      slug: "hollis-marr",
      timeZone: "America/Los_Angeles",
      phone: "+1 555 0100",
    },
    patient: { id: "019ab0f0-0000-7000-8000-000000000002", legalName: "Ben Ortega Łukasz" },
    signer: { printedName: "Ben Ortega Łukasz", capacity: "self" },
    disclosure: {
      id: "019ab0f0-0000-7000-8000-000000000003",
      kind: "recording-consent",
      versionId: "019ab0f0-0000-7000-8000-000000000004",
      versionNumber: 3,
      effectiveFrom: "2026-05-01T07:00:00.000Z",
      title: "Recording our sessions",
      inShort:
        "May I record some of our sessions? You decide each use separately. If you say no, your care stays the same.",
      body: exampleBody,
      textSha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
    },
    items: [
      exampleItem(1, "So that I can look back at a session", "yes"),
      exampleItem(2, "So that up to six students can learn from it", "no"),
      exampleItem(3, "So that you can have a copy in your own folder", "yes"),
    ],
    answer: {
      id: "019ab0f1-0000-7000-8000-000000000005",
      requestId: "019ab0f1-0000-7000-8000-000000000006",
      answeredAt: "2026-11-20T17:04:31.000Z",
      intent: "By typing my name and pressing Sign, I give the answers shown above.",
    },
    withdrawal: null,
    evidence: {
      route: "portal",
      authentication: "email-link",
      authenticatedAt: "2026-11-20T16:58:02.000Z",
      mark: "typed",
      markSha256: null,
      commitment: "a3f5c1d2e4b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
    },
    trail: {
      origin: "candor.example/hollis-marr",
      sequence: 1204,
      leaf: "9d5e3c1f0b7a6d4e2c8f1a3b5d7e9c0f2b4a6d8e0c1f3a5b7d9e1c3f5a7b9d0e",
    },
    appUrl: "https://candor.example",
    ...change,
  };
}

export function exampleItem(position: number, label: string, answer: "yes" | "no"): SignedItem {
  return {
    id: `019ab0f0-0000-7000-8000-00000000010${position}`,
    position,
    required: position < 3,
    label,
    whatFor: "For my own preparation of our next session.",
    whoSees: "Only me. Nobody else has the key.",
    where: "On an encrypted drive in my office; not in the cloud.",
    until: "90 days after the session, or earlier if you ask.",
    copy: "You may have a copy; I place it in your folder for seven days.",
    answer,
  };
}

const exampleBody = `## Why I ask

Some people learn a great deal from seeing a session again, and I do too. I record **only** when we have both agreed, and *only* the sessions we agreed on. If you see the red dot and did not expect it, tell me at once: say it aloud, or use [the report page](https://candor.example/my/hollis-marr/report).

## What happens to a recording

1. I start the recording, and the red dot shows on your screen.
2. The file is written to my computer, not to the video company’s cloud.
3. The same day I move it to an encrypted drive and empty the trash.

- The drive is locked in my office.
- I checked this on March 3, 2026.
  - Next check: June 2026.

### Where it can be, and for how long

| Place | Who can open it | Until |
|---|---|---|
| My computer | Me | The end of the day |
| Encrypted drive | Me | 90 days |
| Your folder, if you want a copy | You and me | 7 days, or once you copied it |

## Taking it back

You can take back any answer at any time, without a reason. I then stop at once, and we decide together what becomes of what is stored. What someone has already seen cannot be unseen.

---

Questions? Call me at [+1 555 0100](tel:+15550100) or write to office@hollis-marr.example.
`;
