import { expect, test } from "vitest";
import { fileName, savedAs } from "./file-name";

const day = "2026-02-21";

test.each([
  ["Recording our sessions", "Ana Ruiz", "Recording-our-sessions_Ana-Ruiz_2026-02-21.pdf"],
  ["Recording our sessions", null, "Recording-our-sessions_2026-02-21.pdf"],
  ["¿Grabamos? (sí/no)", "Ana María Ruiz", "Grabamos-sí-no_Ana-María-Ruiz_2026-02-21.pdf"],
  ["CON", "NUL", "CON_NUL_2026-02-21.pdf"],
  ["COM1.pdf", "aux.", "COM1-pdf_aux_2026-02-21.pdf"],
  ["..\\..//etc/passwd\u0000", 'a:b*c?<d>|"e"', "etc-passwd_a-b-c-d-e_2026-02-21.pdf"],
  ["Video…  ", "  Siobhán O’Neill. ", "Video_Siobhán-ONeill_2026-02-21.pdf"],
  ["\u202efdp.exe", "Łukasz Żak", "fdp-exe_Łukasz-Żak_2026-02-21.pdf"],
  ["Запись", "Андрей Белый", "Запись_Андрей-Белый_2026-02-21.pdf"],
  ["…", "–", "Document_2026-02-21.pdf"],
])("%s of %s is saved as %s", (title, name, saved) => {
  expect(fileName({ title, name, day }, "pdf")).toBe(saved);
});

test("a long name is cut between signs, and leaves room for a folder", () => {
  const long = fileName({ title: "é".repeat(400), name: "👩🏽‍🚀ŵ".repeat(300), day }, "pdf");
  expect(Buffer.byteLength(long)).toBeLessThan(190);
  expect(long).toMatch(/^é+_ŵ(-ŵ)*_2026-02-21\.pdf$/);
});

test.each([
  ["Recording_Ana-Ruiz_2026-02-21.pdf", "Recording_Ana-Ruiz_2026-02-21.pdf"],
  ["Grabación_Núñez_2026-02-21.pdf", "Grabacion_Nunez_2026-02-21.pdf"],
  ["Запись-1_Андрей-Белый_2026-02-21.pdf", "1_2026-02-21.pdf"],
])("%s is offered to old programs as %s, and to the others whole", (name, plain) => {
  expect(savedAs(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
});
