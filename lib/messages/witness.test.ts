import { expect, it } from "vitest";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { messagesOf } from "@/lib/auth/door.fixture";
import { inPractice } from "@/lib/in-practice";
import { practiceCheckpoint } from "@/lib/practices/published-by-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { by } from "@/test/owed-message";
import { smtpSink } from "@/test/smtp-sink";
import { oweCopyReady } from "./owe-message";
import { sendOwedMessage } from "./send-owed-messages";

await testDatabase();

it.each(["en", "es"] as const)(
  "a mail about a copy makes the mailbox a witness of the trail (%s)",
  async (language) => {
    const made = await makePractice();
    const { patient } = await makePatient(made, { language });
    const send = async () => {
      await inPractice(made.system, (tx, now) => oweCopyReady(tx, made.system, patient, "/", now));
      const { id } = (await messagesOf(made)).at(-1) ?? { id: "" };
      const sink = await smtpSink();
      await sendOwedMessage(made.system, id, by(sink.url));
      await sink.close();
      const { mail } = sink.received[0] ?? {};
      return [mail?.text ?? "", mail?.html || ""];
    };
    for (const part of await send()) expect(part).not.toMatch(/fingerprint|huella/);
    const signed = await signTrail(made.system);
    const root = Buffer.from(signed?.root ?? "", "hex").toString("base64");
    for (const part of await send()) {
      expect(part).toMatch(new RegExp(`\\b${signed?.size} (entries, fingerprint|entradas, huella) `));
      expect(part).toContain(root);
    }
    expect(await practiceCheckpoint(made.practice.slug)).toContain(`\n${signed?.size}\n${root}\n`);
  },
);
