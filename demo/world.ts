import type { StaffContext, StaffRole } from "@/lib/context";
import type { Language } from "@/lib/languages";

export type DemoStaff = Record<StaffRole, StaffContext>;

/** What the steps of a demo practice share: who works there, and what was made on the way. */
export type DemoWorld = {
  staff: DemoStaff;
  disclosures: Map<string, string>;
  platforms: Map<DemoPlatform, string>;
  /** By what they are called. */
  patients: Map<string, string>;
};

export type DemoPlatform = "zoom" | "doxy-me" | "teams" | "meet" | "phone" | "in-person";

export type Player = Omit<DemoWorld, "patients"> & {
  patient: { id: string; legalName: string; language: Language; dateOfBirth: string };
  signerName: string;
};
