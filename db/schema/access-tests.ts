/** An access test shows whether somebody can open what they would be sent: four digits in a sample file, typed back. */
import { boolean, index, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { patients } from "./patients";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const accessTests = pgTable(
  "access_tests",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    userId: uuid("user_id").notNull(),
    sealedCode: bytes("sealed_code").notNull(),
    begunAt: moment("begun_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "access_tests_pk", columns: [t.practiceId, t.id] }),
    refers("access_tests_patient_fk", [t.patientId], patients),
    index("access_tests_of_patient").on(t.practiceId, t.patientId, t.begunAt),
  ],
);

/** The sample itself. A test without one is the worker's to draw. */
export const accessTestFiles = pgTable(
  "access_test_files",
  {
    ...tenantColumns(),
    testId: uuid("test_id").notNull(),
    sealed: bytes("sealed").notNull(),
    drawnAt: moment("drawn_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "access_test_files_pk", columns: [t.practiceId, t.id] }),
    refers("access_test_files_test_fk", [t.testId], accessTests),
    unique("access_test_files_once").on(t.practiceId, t.testId),
  ],
);

/** What was typed back: the four digits, or others. By which browser is encrypted beside it (15 USC 7001(c)(1)(C)(ii)). */
export const accessTries = pgTable(
  "access_tries",
  {
    ...tenantColumns(),
    testId: uuid("test_id").notNull(),
    passed: boolean("passed").notNull(),
    sealedBrowser: bytes("sealed_browser").notNull(),
    triedAt: moment("tried_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "access_tries_pk", columns: [t.practiceId, t.id] }),
    refers("access_tries_test_fk", [t.testId], accessTests),
    index("access_tries_of_test").on(t.practiceId, t.testId, t.triedAt),
  ],
);
