/** An earlier agreement is one from before Candor, on paper or by mail: what it says, and the file that shows it. */
import {
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { disclosures } from "./disclosures";
import { language, patients } from "./patients";
import { staffMembers } from "./practices";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const agreementForm = pgEnum("agreement_form", ["paper", "email", "other"]);

export const earlierAgreements = pgTable(
  "earlier_agreements",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    disclosureId: uuid("disclosure_id").notNull(),
    form: agreementForm("form").notNull(),
    agreedOn: date("agreed_on", { mode: "string" }).notNull(),
    /** What was agreed to, each use in a few words. */
    uses: jsonb("uses").$type<string[]>().notNull(),
    /** In which the uses are written; null of those noted before it was asked. */
    wordsLanguage: language("words_language"),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    notedAt: moment("noted_at").notNull(),
    notedBy: uuid("noted_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "earlier_agreements_pk", columns: [t.practiceId, t.id] }),
    refers("earlier_agreements_patient_fk", [t.patientId], patients),
    refers("earlier_agreements_disclosure_fk", [t.disclosureId], disclosures),
    refers("earlier_agreements_noted_by_fk", [t.notedBy], staffMembers),
    unique("earlier_agreements_same_file").on(t.practiceId, t.patientId, t.disclosureId, t.sha256),
    index("earlier_agreements_of_patient").on(t.practiceId, t.patientId, t.agreedOn),
  ],
);

/** The bytes of the file, encrypted at rest and erasable on their own. */
export const earlierAgreementFiles = pgTable(
  "earlier_agreement_files",
  { ...tenantColumns(), agreementId: uuid("agreement_id").notNull(), sealed: bytes("sealed").notNull() },
  (t) => [
    primaryKey({ name: "earlier_agreement_files_pk", columns: [t.practiceId, t.id] }),
    refers("earlier_agreement_files_of_fk", [t.agreementId], earlierAgreements),
    unique("earlier_agreement_files_once").on(t.practiceId, t.agreementId),
  ],
);
