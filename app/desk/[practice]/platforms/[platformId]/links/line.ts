export type Lacking = { id: string; kind: "patient" | "group"; name: string };
export type Line = { meeting: string; passcode: string };
