/** Who is asking, in which practice. The type in an operation's signature says who may call it. */
export type Route = "portal" | "in-person" | "paper" | "phone" | "system";

export const staffRoles = ["owner", "therapist", "office", "auditor"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What is known about how a person came in; kept as evidence, never printed. */
export type Arrival = {
  ip: string | null;
  userAgent: string | null;
  authentication: "email-link" | "email-code" | "question-link";
  authenticatedAt: Date;
};

export type StaffContext = {
  kind: "staff";
  practiceId: string;
  userId: string;
  staffId: string;
  roles: StaffRole[];
  route: Route;
  arrival: Arrival;
};

export type PatientContext = {
  kind: "patient";
  practiceId: string;
  userId: string;
  /** The patients this person may act for; re-read on every request. */
  patientIds: string[];
  route: Route;
  arrival: Arrival;
};

export type SystemContext = {
  kind: "system";
  practiceId: string;
  process: "web" | "worker" | "command-line" | "demo";
  route: "system";
};

export type Context = StaffContext | PatientContext | SystemContext;

export function systemContext(practiceId: string, process: SystemContext["process"]): SystemContext {
  return { kind: "system", practiceId, process, route: "system" };
}
