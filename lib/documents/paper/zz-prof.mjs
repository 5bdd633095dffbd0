// lib/documents/paper/example-record.ts
function exampleRecord(change = {}) {
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
      phone: "+1 555 0100"
    },
    patient: { id: "019ab0f0-0000-7000-8000-000000000002", legalName: "Ben Ortega \u0141ukasz" },
    signer: { printedName: "Ben Ortega \u0141ukasz", capacity: "self" },
    disclosure: {
      id: "019ab0f0-0000-7000-8000-000000000003",
      kind: "recording-consent",
      versionId: "019ab0f0-0000-7000-8000-000000000004",
      versionNumber: 3,
      effectiveFrom: "2026-05-01T07:00:00.000Z",
      title: "Recording our sessions",
      inShort: "May I record some of our sessions? You decide each use separately. If you say no, your care stays the same.",
      body: exampleBody,
      textSha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"
    },
    items: [
      exampleItem(1, "So that I can look back at a session", "yes"),
      exampleItem(2, "So that up to six students can learn from it", "no"),
      exampleItem(3, "So that you can have a copy in your own folder", "yes")
    ],
    answer: {
      id: "019ab0f1-0000-7000-8000-000000000005",
      requestId: "019ab0f1-0000-7000-8000-000000000006",
      answeredAt: "2026-11-20T17:04:31.000Z",
      intent: "By typing my name and pressing Sign, I give the answers shown above."
    },
    withdrawal: null,
    evidence: {
      route: "portal",
      authentication: "email-link",
      authenticatedAt: "2026-11-20T16:58:02.000Z",
      mark: "typed",
      markSha256: null,
      commitment: "a3f5c1d2e4b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90"
    },
    trail: {
      origin: "candor.example/hollis-marr",
      sequence: 1204,
      leaf: "9d5e3c1f0b7a6d4e2c8f1a3b5d7e9c0f2b4a6d8e0c1f3a5b7d9e1c3f5a7b9d0e"
    },
    appUrl: "https://candor.example",
    ...change
  };
}
function exampleItem(position2, label, answer) {
  return {
    id: `019ab0f0-0000-7000-8000-00000000010${position2}`,
    position: position2,
    required: position2 < 3,
    label,
    whatFor: "For my own preparation of our next session.",
    whoSees: "Only me. Nobody else has the key.",
    where: "On an encrypted drive in my office; not in the cloud.",
    until: "90 days after the session, or earlier if you ask.",
    copy: "You may have a copy; I place it in your folder for seven days.",
    answer
  };
}
var exampleBody = `## Why I ask

Some people learn a great deal from seeing a session again, and I do too. I record **only** when we have both agreed, and *only* the sessions we agreed on. If you see the red dot and did not expect it, tell me at once: say it aloud, or use [the report page](https://candor.example/my/hollis-marr/report).

## What happens to a recording

1. I start the recording, and the red dot shows on your screen.
2. The file is written to my computer, not to the video company\u2019s cloud.
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

// lib/documents/paper/signed-document.tsx
import { Document, Page, renderToBuffer, Text as Text3, View as View5 } from "@react-pdf/renderer";

// lib/disclosures/markdown.ts
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
var disabledConstructs = [
  "htmlFlow",
  "htmlText",
  "labelStartImage",
  "definition",
  "blockQuote",
  "codeIndented",
  "codeFenced",
  "codeText"
];
var safeLink = /^(https:\/\/|mailto:|tel:)/i;
function parseDisclosureMarkdown(text) {
  const root = fromMarkdown(normalized(text), {
    extensions: [gfmTable(), { disable: { null: disabledConstructs } }],
    mdastExtensions: [gfmTableFromMarkdown()]
  });
  keepSafeLinks(root);
  return root;
}
function keepSafeLinks(node) {
  if (!("children" in node)) return;
  const children = asNodes(node);
  children.forEach(keepSafeLinks);
  const kept = children.flatMap(
    (child) => isUnsafeLink(child) ? child.children : [child]
  );
  children.splice(0, children.length, ...kept);
}
function isUnsafeLink(node) {
  return node.type === "link" && !safeLink.test(node.url);
}
function asNodes(parent) {
  return parent.children;
}
function inlineText(node) {
  if (node.type === "text") return node.value;
  if (node.type === "break") return " ";
  const words = "children" in node ? node.children.map(inlineText).join("") : "";
  return node.type === "link" ? words + addressBeside(node) : words;
}
function addressBeside(link) {
  const words = link.children.map(inlineText).join("");
  const address = link.url.replace(/^(mailto:|tel:)/i, "");
  return words === address || words === link.url ? "" : ` (${address})`;
}
var normalized = (text) => text.replace(/\r\n?/g, "\n").normalize("NFC");

// lib/documents/paper/sentences.ts
var en = {
  eyebrow: {
    "acknowledges-receipt": "Information received",
    consents: "Permission",
    refuses: "The answer is no",
    withdraws: "Permission taken back"
  },
  /** Fixed words for what a signature means; an acknowledgement never reads as agreement. */
  meaning: {
    "acknowledges-receipt": "Confirms having received this information. This is not an agreement to it.",
    consents: "Gives permission for each use answered Yes in this document, and for no other.",
    refuses: "Says no to what this document asks. Nothing of it is permitted.",
    withdraws: "Takes back what this document names as taken back, from the time written here."
  },
  yes: "Yes",
  no: "No",
  takenBack: "Taken back",
  received: "Received",
  someOfEach: (yes, no) => `Yes to ${yes}, no to ${no}. Only what was allowed may be done.`,
  allNo: "Care goes on as always.",
  patient: "Patient",
  signedBy: "Signed by",
  practice: "Practice",
  phone: (phone) => `Phone ${phone}`,
  answered: "Answered",
  takenBackOn: "Taken back",
  firstAnswered: "First answered",
  text: "Text",
  version: (number, since, language) => `Version ${number}, in force since ${since}, in ${language}`,
  language: { en: "English", es: "Spanish" },
  capacity: {
    self: "the patient",
    parent: "parent of the patient",
    guardian: "guardian of the patient",
    proxy: "person who may decide for the patient"
  },
  answers: "The answers",
  taken: "What was taken back",
  noUses: "There were no separate uses to answer.",
  stays: {
    heading: "What stays on record",
    body: (answeredOn) => `The answer of ${answeredOn} and this document both stay on record: one shows what was allowed until now, the other that it ended. What was done while it was allowed is not undone by this. What happens to anything stored is answered separately.`,
    untouched: "A use that is not marked as taken back keeps the answer shown here."
  },
  reader: {
    heading: "What your PDF reader will say, and why",
    body: "This is a locked copy: any change to it would show. It carries the electronic seal of the practice over the patient\u2019s electronic signature. The practice\u2019s certificate was issued by the private authority of its own system, which PDF readers do not know. So the bar above the page will say that the identity is unknown or not yet trusted. That is expected. What matters is that it also says the document was not changed.",
    check: (url) => `Anyone can check both at ${url}; the file stays on your device.`
  },
  shown: "The text, as it was shown",
  inShort: "In short",
  uses: "Each use and its answer",
  required: "An answer was needed; it could be yes or no.",
  optional: "This could be left at no.",
  whatFor: "What for",
  whoSees: "Who sees it",
  where: "Where it is",
  until: "Until when",
  copy: "Your copy",
  answer: "Answer",
  signature: "Signature",
  meaningLabel: "Meaning",
  confirmed: "Confirmed",
  typed: "Name typed as signature",
  drawn: "Drawn signature",
  evidence: "How this was signed",
  way: "Way",
  routes: {
    portal: "On the patient\u2019s own device, in the practice\u2019s portal.",
    "in-person": "In the practice, on a device handed over by staff.",
    paper: "On paper, entered by the practice.",
    phone: "By phone, entered by the practice.",
    system: "Entered by the practice\u2019s system."
  },
  identity: "Who it was",
  authentication: {
    "email-link": (at) => `Signed in with a one-time link sent to the e-mail address on file, on ${at}.`,
    "email-code": (at) => `Signed in with a one-time code sent to the e-mail address on file, on ${at}.`
  },
  textFingerprint: "Fingerprint of the text (SHA-256)",
  markFingerprint: "Fingerprint of the drawn signature (SHA-256)",
  documentId: "Document",
  disclosureId: "Text and version",
  requestId: "Question",
  answerId: "Answer",
  withdrawalId: "Taking back",
  trail: "Place in the practice\u2019s history",
  entry: (sequence, origin) => `Entry ${sequence} of ${origin}`,
  leaf: "Fingerprint of that entry (SHA-256)",
  commitment: "Commitment to address and browser",
  commitmentWhat: "The internet address and the browser used are kept as evidence but not printed here, so that this copy does not tell others where the signer was. This value fixes them: it can be opened for a court and for nobody else.",
  verify: {
    heading: "How to check this document",
    online: (url) => `Open ${url} and choose this file. The page works out three things separately: whether the file was changed, whether a known practice locked it, and when. The file is not uploaded.`,
    offline: "On a computer that has the software, without a network:",
    command: "npm run candor -- document verify FILE",
    attachment: "The file also carries record.json, the same facts for machines. It is the only attachment."
  },
  change: {
    heading: {
      "acknowledges-receipt": "If you have a question",
      consents: "How to take it back",
      refuses: "If you change your mind",
      withdraws: "If you change your mind"
    },
    body: {
      "acknowledges-receipt": () => "There is nothing to take back: receiving information binds you to nothing.",
      consents: (url) => `You may take back any of these answers, whenever you wish, without giving a reason. Sign in at ${url}, choose the answer and press Withdraw. It takes effect at that moment. Your care stays the same.`,
      refuses: (url) => `Your answer stands until you change it, and nobody needs you to. If you wish to, sign in at ${url}.`,
      withdraws: (url) => `Nothing more is needed. If you ever wish to allow it again, sign in at ${url}.`
    },
    call: (phone) => `You can also call the practice: ${phone}.`
  },
  document: (id) => `Document ${id}`,
  page: (page, pages) => `Page ${page} of ${pages}`
};
var es = {
  eyebrow: {
    "acknowledges-receipt": "Informaci\xF3n recibida",
    consents: "Permiso",
    refuses: "La respuesta es no",
    withdraws: "Permiso retirado"
  },
  meaning: {
    "acknowledges-receipt": "Confirma haber recibido esta informaci\xF3n. No significa estar de acuerdo con ella.",
    consents: "Da permiso para cada uso con la respuesta S\xED en este documento, y para ning\xFAn otro.",
    refuses: "Dice que no a lo que este documento pregunta. Nada de ello queda permitido.",
    withdraws: "Retira lo que este documento se\xF1ala como retirado, desde la hora aqu\xED escrita."
  },
  yes: "S\xED",
  no: "No",
  takenBack: "Retirado",
  received: "Recibido",
  someOfEach: (yes, no) => `S\xED a ${yes}, no a ${no}. Solo se har\xE1 lo que se permiti\xF3.`,
  allNo: "La atenci\xF3n sigue como siempre.",
  patient: "Paciente",
  signedBy: "Firma",
  practice: "Consulta",
  phone: (phone) => `Tel\xE9fono ${phone}`,
  answered: "Fecha de la respuesta",
  takenBackOn: "Fecha de la retirada",
  firstAnswered: "Primera respuesta",
  text: "Texto",
  version: (number, since, language) => `Versi\xF3n ${number}, vigente desde el ${since}, en ${language}`,
  language: { en: "ingl\xE9s", es: "espa\xF1ol" },
  capacity: {
    self: "paciente",
    parent: "madre o padre de la persona atendida",
    guardian: "tiene la tutela de la persona atendida",
    proxy: "puede decidir por la persona atendida"
  },
  answers: "Las respuestas",
  taken: "Lo que se retira",
  noUses: "No hab\xEDa usos que responder por separado.",
  stays: {
    heading: "Lo que queda en el historial",
    body: (answeredOn) => `La respuesta del ${answeredOn} y este documento quedan en el historial: una muestra lo que se permiti\xF3 hasta ahora, el otro que termin\xF3. Lo que se hizo mientras estaba permitido no se deshace con esto. Qu\xE9 pasa con lo guardado se responde aparte.`,
    untouched: "Un uso que no est\xE1 marcado como retirado conserva la respuesta que aqu\xED se ve."
  },
  reader: {
    heading: "Qu\xE9 dir\xE1 su lector de PDF, y por qu\xE9",
    body: "Esta es una copia protegida: cualquier cambio se nota. Lleva el sello electr\xF3nico de la consulta sobre la firma electr\xF3nica de la persona que firma. El certificado de la consulta lo emiti\xF3 la autoridad privada de su propio sistema, que los lectores de PDF no conocen. Por eso la barra sobre la p\xE1gina dir\xE1 que la identidad es desconocida o que a\xFAn no es de confianza. Es lo esperado. Lo importante es que tambi\xE9n diga que el documento no se modific\xF3.",
    check: (url) => `Cualquiera puede comprobar ambas cosas en ${url}; el archivo no sale de su dispositivo.`
  },
  shown: "El texto, tal como se mostr\xF3",
  inShort: "En breve",
  uses: "Cada uso y su respuesta",
  required: "Hac\xEDa falta una respuesta; pod\xEDa ser s\xED o no.",
  optional: "Se pod\xEDa dejar en no.",
  whatFor: "Para qu\xE9",
  whoSees: "Qui\xE9n lo ve",
  where: "D\xF3nde est\xE1",
  until: "Hasta cu\xE1ndo",
  copy: "Su copia",
  answer: "Respuesta",
  signature: "Firma",
  meaningLabel: "Significado",
  confirmed: "Confirmaci\xF3n",
  typed: "Nombre escrito como firma",
  drawn: "Firma dibujada",
  evidence: "C\xF3mo se firm\xF3",
  way: "V\xEDa",
  routes: {
    portal: "En su propio dispositivo, en el portal de la consulta.",
    "in-person": "En la consulta, en un dispositivo entregado por el equipo.",
    paper: "En papel, anotado por la consulta.",
    phone: "Por tel\xE9fono, anotado por la consulta.",
    system: "Anotado por el sistema de la consulta."
  },
  identity: "Qui\xE9n fue",
  authentication: {
    "email-link": (at) => `Entr\xF3 con un enlace de un solo uso enviado a su correo registrado, el ${at}.`,
    "email-code": (at) => `Entr\xF3 con un c\xF3digo de un solo uso enviado a su correo registrado, el ${at}.`
  },
  textFingerprint: "Huella del texto (SHA-256)",
  markFingerprint: "Huella de la firma dibujada (SHA-256)",
  documentId: "Documento",
  disclosureId: "Texto y versi\xF3n",
  requestId: "Pregunta",
  answerId: "Respuesta",
  withdrawalId: "Retirada",
  trail: "Lugar en el historial de la consulta",
  entry: (sequence, origin) => `Entrada ${sequence} de ${origin}`,
  leaf: "Huella de esa entrada (SHA-256)",
  commitment: "Compromiso sobre la direcci\xF3n y el navegador",
  commitmentWhat: "La direcci\xF3n de internet y el navegador usados se guardan como prueba, pero no se imprimen aqu\xED, para que esta copia no diga a otros d\xF3nde estaba quien firm\xF3. Este valor los fija: solo puede abrirse para un tribunal.",
  verify: {
    heading: "C\xF3mo comprobar este documento",
    online: (url) => `Abra ${url} y elija este archivo. La p\xE1gina averigua tres cosas por separado: si el archivo cambi\xF3, si lo protegi\xF3 una consulta conocida, y cu\xE1ndo. El archivo no se env\xEDa.`,
    offline: "En un equipo que tenga el programa, sin conexi\xF3n:",
    command: "npm run candor -- document verify FILE",
    attachment: "El archivo lleva adem\xE1s record.json, los mismos datos para m\xE1quinas. Es el \xFAnico adjunto."
  },
  change: {
    heading: {
      "acknowledges-receipt": "Si tiene una pregunta",
      consents: "C\xF3mo retirarlo",
      refuses: "Si cambia de opini\xF3n",
      withdraws: "Si cambia de opini\xF3n"
    },
    body: {
      "acknowledges-receipt": () => "No hay nada que retirar: recibir informaci\xF3n no le obliga a nada.",
      consents: (url) => `Puede retirar cualquiera de estas respuestas cuando lo desee, sin explicar por qu\xE9. Entre en ${url}, elija la respuesta y pulse Retirar. Tiene efecto en ese momento. Su atenci\xF3n sigue igual.`,
      refuses: (url) => `Su respuesta vale hasta que usted la cambie, y no hace falta que lo haga. Si lo desea, entre en ${url}.`,
      withdraws: (url) => `No hace falta nada m\xE1s. Si alg\xFAn d\xEDa desea permitirlo de nuevo, entre en ${url}.`
    },
    call: (phone) => `Tambi\xE9n puede llamar a la consulta: ${phone}.`
  },
  document: (id) => `Documento ${id}`,
  page: (page, pages) => `P\xE1gina ${page} de ${pages}`
};
var sentences = { en, es };

// lib/documents/paper/style.ts
import { StyleSheet } from "@react-pdf/renderer";
var ink = "#1f2a2e";
var quiet = "#566166";
var accent = "#0e5a5a";
var line = "#d9d5cb";
var ground = "#f7f5f0";
var style = StyleSheet.create({
  page: {
    paddingTop: 78,
    paddingBottom: 74,
    paddingHorizontal: 64,
    fontFamily: "sans-latin",
    fontSize: 10,
    lineHeight: 1.4,
    color: ink
  },
  header: {
    position: "absolute",
    top: 36,
    left: 64,
    right: 64,
    paddingBottom: 7,
    borderBottom: `0.75 solid ${line}`,
    fontSize: 8.5,
    color: quiet
  },
  footer: {
    position: "absolute",
    left: 64,
    right: 64,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 8,
    color: quiet
  },
  /** Without a width react-pdf measures it while it is still empty, and the footer grows over the page. */
  pageNumber: { width: 120, textAlign: "right" },
  eyebrow: { fontSize: 10, fontWeight: 600, color: accent, letterSpacing: 0.3 },
  title: { fontFamily: "serif-latin", fontSize: 24, lineHeight: 1.2, marginTop: 4, marginBottom: 18 },
  section: { fontSize: 12.5, fontWeight: 600, color: accent, marginTop: 20, marginBottom: 7 },
  row: { flexDirection: "row", paddingVertical: 3.5 },
  label: { width: 118, paddingRight: 12, color: quiet },
  value: { flex: 1 },
  strong: { fontWeight: 600 },
  quiet: { color: quiet },
  small: { fontSize: 8.5, color: quiet },
  fingerprint: { fontSize: 8.5, lineHeight: 1.65 },
  answerRow: {
    flexDirection: "row",
    alignItems: "flex-start",
    paddingVertical: 7,
    borderTop: `0.75 solid ${line}`
  },
  answerLabel: { flex: 1, paddingRight: 16 },
  answerWord: { width: 92, fontWeight: 600, textAlign: "right" },
  note: { marginTop: 6, color: quiet },
  panel: { marginTop: 22, padding: 14, backgroundColor: ground, borderLeft: `2 solid ${accent}` },
  panelHeading: { fontWeight: 600, marginBottom: 3 },
  paragraph: { marginBottom: 7 },
  textTitle: { fontFamily: "serif-latin", fontSize: 19, lineHeight: 1.25, marginBottom: 8 },
  lead: { fontFamily: "serif-latin", fontStyle: "italic", fontSize: 12, lineHeight: 1.5, marginBottom: 12 },
  body: { fontFamily: "serif-latin", fontSize: 11.5, lineHeight: 1.5, marginBottom: 8 },
  listItem: { flexDirection: "row" },
  marker: { width: 20, fontFamily: "serif-latin", fontSize: 11.5, lineHeight: 1.5 },
  listBody: { flex: 1 },
  table: { marginTop: 2, marginBottom: 12, borderBottom: `0.75 solid ${line}` },
  tableRow: { flexDirection: "row", borderTop: `0.75 solid ${line}` },
  cell: {
    flex: 1,
    paddingVertical: 5,
    paddingRight: 10,
    fontFamily: "serif-latin",
    fontSize: 10,
    lineHeight: 1.4
  },
  rule: { borderBottom: `0.75 solid ${line}`, marginVertical: 12 },
  item: { paddingTop: 10, paddingBottom: 8, borderTop: `0.75 solid ${line}` },
  itemHead: { flexDirection: "row", marginBottom: 3 },
  signature: { marginTop: 22, padding: 16, border: `0.75 solid ${line}`, borderRadius: 6 },
  typedMark: { fontFamily: "serif-latin", fontStyle: "italic", fontSize: 22, lineHeight: 1.3 },
  signatureLine: { borderBottom: `0.75 solid ${ink}`, paddingBottom: 4, marginBottom: 8 }
});
var headingSizes = [17, 15, 13.5, 12.5, 12, 11.5];
function headingStyle(depth) {
  return {
    fontFamily: "serif-latin",
    fontWeight: 600,
    fontSize: headingSizes[depth - 1] ?? 11.5,
    lineHeight: 1.3,
    marginTop: 10,
    marginBottom: 5
  };
}

// lib/documents/paper/times.ts
var formats = /* @__PURE__ */ new Map();
function timeInZone(at, timeZone, language) {
  return formatted(at, language, {
    ...dayParts,
    weekday: "long",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "long",
    timeZone
  });
}
function dayInZone(at, timeZone, language) {
  return formatted(at, language, { ...dayParts, timeZone });
}
function timeInUtc(at) {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
var dayParts = { year: "numeric", month: "long", day: "numeric" };
function formatted(at, language, options) {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language === "en" ? "en-US" : "es", {
    ...options,
    ...options.hour && language === "es" ? { hourCycle: "h23" } : {}
  });
  formats.set(key, format);
  return format.format(new Date(at)).replace(/\s+/g, " ");
}

// lib/documents/paper/words.tsx
import { Text, View } from "@react-pdf/renderer";
import { Fragment } from "react";

// lib/documents/paper/coverage.ts
var coverage = {
  "serif-latin": "20-7e a1-ac ae-ff 131 152-153 2c6 2da 2dc 300-301 303-304 308-309 323 329 2002 2009 2013-2014 2018-201a 201c-201e 2022 2026 2032-2033 2039-203a 2044 20ac 2122 2191 2193 2212",
  "serif-latin-ext": "20 41-42 100-12b 12e-130 134-151 154-165 168-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1e7 1f8-1f9 218-21b 237 251 259 261 2b0 2b2-2b3 2b7-2b8 2bc 2be-2bf 2c7-2cc 2dd 2e1-2e3 300-301 303-304 308-309 323 329 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d9c 1da0 1dbb 1e0c-1e0f 1e20-1e21 1e24-1e25 1e2a-1e2b 1e36-1e3b 1e3e-1e3f 1e42-1e49 1e5a-1e63 1e6c-1e6f 1e80-1e85 1e8e-1e8f 1e92-1e93 1e97 1e9e 1ef2-1ef9 2020 20a1 20a4 20a6-20a7 20a9 20ab 20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 20bf 2113",
  "serif-vietnamese": "20 41-42 102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 300-301 303-304 308-309 323 329 1ea0-1ef9 20ab",
  "serif-cyrillic": "20 41-42 301 400-45f 490-491 4b0-4b1 2116",
  "serif-cyrillic-ext": "20 41-42 462-463 472-475 492-493 496-49b 4a0-4a3 4aa-4ab 4ae-4af 4b2-4b3 4b6-4b7 4ba-4bb 4c0-4c2 4cf-4d1 4d4-4d9 4e2-4e3 4e6-4e9 4ee-4ef 4f2-4f3 20b4",
  "serif-greek": "20 41-42 374-375 37e 384-38a 38c 38e-3a1 3a3-3ce 3d7 3d9 3db 3dd 3e1",
  "sans-latin": "20-7e a1-ac ae-ff 131 152-153 2bb-2bc 2c6 2da 2dc 300-301 303-304 308-309 323 329 2009 2013-2014 2018-201a 201c-201e 2022 2026 2032-2033 2039-203a 2044 20ac 2122 2191 2193 2212 2215",
  "sans-latin-ext": "20 41-42 100-130 132-151 154-181 186 18a 18d-190 192-194 196-197 19a-19b 19e 1a0-1a1 1af-1b1 1b7 1bf-1c3 1cd-1dd 1e2-1e7 1ea-1eb 1ee-1f0 1f4-1f5 1f7-201 204-205 208-209 20c-20d 218-220 222-223 226-227 237 23a-23e 241-245 248-249 250-27b 27d-285 287-292 294-295 298-299 29b-29f 2a1-2a8 2b0-2b4 2b7-2b9 2bc-2c1 2c7-2cc 2d0-2d7 2dd-2de 2e0-2e4 2ed 300-301 303-304 308-309 323 329 1d25 1d2c 1d2e 1d30-1d31 1d33-1d3a 1d3c 1d3e-1d43 1d47-1d4b 1d4d 1d4f-1d52 1d56-1d58 1d5b 1d6f-1d70 1d79 1d7b 1d7f 1d9c 1da0 1dac 1dae 1db0 1dbb 1dbf 1e02-1e03 1e06-1e07 1e0a-1e11 1e16-1e17 1e1e-1e2b 1e32-1e3b 1e3e-1e49 1e52-1e53 1e56-1e63 1e66-1e67 1e6a-1e6f 1e72-1e73 1e7e-1e85 1e8e-1e97 1e9e-1e9f 1ef2-1ef9 2020 20a1 20a3-20a4 20a6-20a7 20a9 20ab 20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 2113 2c60-2c62 2c65-2c66 2c71 2c7d a722-a725 a74e-a74f a75a-a75b a764-a765 a779-a787 a789 a7ad-a7ae a7b3 a7b5 a7f2-a7f4",
  "sans-vietnamese": "20 41-42 102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 300-301 303-304 308-309 323 329 1ea0-1ef9 20ab",
  "sans-cyrillic": "20 41-42 301 400-45f 490-491 4b0-4b1 2116",
  "sans-cyrillic-ext": "20 41-42 462-463 472-475 492-493 496-49b 4a0-4a3 4aa-4ab 4ae-4af 4b2-4b3 4b6-4b7 4ba-4bb 4c0-4c4 4c7-4c8 4cf-4d1 4d4-4d9 4e2-4e3 4e6-4e9 4ee-4ef 4f2-4f3 4f6-4f7 20b4",
  "sans-greek": "20 41-42 374-375 37a 37e 384-38a 38c 38e-3a1 3a3-3d1 3d7 3d9 3db 3dd 3e1 3f4 3f7-3f8",
  "sans-greek-ext": "20 41-42 1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe",
  armenian: "20 2d a0 308 531-556 559-58a 58d-58f 2010 2024 25cc fb13-fb17",
  georgian: "20 a0 b7 589 10a0-10c5 10c7 10cd 10d0-10ff 1c90-1cba 1cbd-1cbf 2d00-2d25 2d27 2d2d",
  hebrew: "20 2d a0 307-308 591-5c7 5d0-5ea 5ef-5f4 2010 20aa 25cc fb1d-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f",
  thai: "20 a0 2bc 2d7 303 331 e01-e32 e34-e3a e3f-e5b 25cc"
};

// lib/documents/paper/faces.ts
var faces = {
  "serif-latin": "source-serif-4/latin",
  "serif-latin-ext": "source-serif-4/latin-ext",
  "serif-vietnamese": "source-serif-4/vietnamese",
  "serif-cyrillic": "source-serif-4/cyrillic",
  "serif-cyrillic-ext": "source-serif-4/cyrillic-ext",
  "serif-greek": "source-serif-4/greek",
  "sans-latin": "source-sans-3/latin",
  "sans-latin-ext": "source-sans-3/latin-ext",
  "sans-vietnamese": "source-sans-3/vietnamese",
  "sans-cyrillic": "source-sans-3/cyrillic",
  "sans-cyrillic-ext": "source-sans-3/cyrillic-ext",
  "sans-greek": "source-sans-3/greek",
  "sans-greek-ext": "source-sans-3/greek-ext",
  armenian: "noto-sans-armenian/armenian",
  georgian: "noto-sans-georgian/georgian",
  hebrew: "noto-sans-hebrew/hebrew",
  thai: "noto-sans-thai/thai"
};
var faceNames = Object.keys(faces);

// lib/documents/paper/fonts.ts
var layout = /[\n\r\t\u00a0\u2028\u2029\u202f]/g;
var marksStandRight = /^\p{Script=Thai}+$/u;
var graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
var homeFace = { serif: "serif-latin", sans: "sans-latin" };
var order = {
  serif: faceNames,
  sans: [...faceNames.filter((face) => !face.startsWith("serif-")), ...faceNames]
};
function whyNotDrawable(text) {
  const drawn2 = asLaidOut(text);
  if (isWhollyIn(homeFace.serif, drawn2)) return null;
  for (const { segment } of graphemes.segment(drawn2)) {
    if (!faceFor(segment, "serif")) return { character: segment, codePoint: codePointsOf(segment) };
  }
  return null;
}
function runsOf(text, voice) {
  const drawn2 = asLaidOut(text);
  if (isWhollyIn(homeFace[voice], drawn2)) return [{ text: drawn2, face: homeFace[voice] }];
  const runs = [];
  for (const { segment } of graphemes.segment(drawn2)) {
    const last = runs.at(-1);
    const face = last && segment === " " && draws(last.face, " ") ? last.face : faceFor(segment, voice);
    if (!face) throw new Error(`No embedded font draws ${codePointsOf(segment)}`);
    if (last?.face === face) last.text += segment;
    else runs.push({ text: segment, face });
  }
  return runs;
}
function asLaidOut(text) {
  return text.normalize("NFC").replace(layout, " ");
}
function isWhollyIn(face, text) {
  const characters = charactersOf(face);
  for (const character of text) if (!characters.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}
var remembered = { serif: /* @__PURE__ */ new Map(), sans: /* @__PURE__ */ new Map() };
function faceFor(grapheme, voice) {
  const known = remembered[voice].get(grapheme);
  if (known !== void 0) return known;
  const face = order[voice].find((candidate) => draws(candidate, grapheme)) ?? null;
  if (remembered[voice].size < 5e3) remembered[voice].set(grapheme, face);
  return face;
}
function draws(face, grapheme) {
  const characters = [...grapheme];
  if (characters.length > 1 && !marksStandRight.test(grapheme)) return false;
  return characters.every((character) => charactersOf(face).has(character.codePointAt(0) ?? 0));
}
var parsed = /* @__PURE__ */ new Map();
function charactersOf(face) {
  const known = parsed.get(face);
  if (known) return known;
  const characters = /* @__PURE__ */ new Set();
  for (const range of coverage[face].split(" ")) {
    const [from = 0, to = from] = range.split("-").map((codePoint) => Number.parseInt(codePoint, 16));
    for (let codePoint = from; codePoint <= to; codePoint++) characters.add(codePoint);
  }
  parsed.set(face, characters);
  return characters;
}
function codePointsOf(grapheme) {
  return [...grapheme].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
}

// lib/documents/paper/line-breaks.ts
var longestWord = 26;
var afterSeparator = /(?<=[/@?&=#._-])(?=[^/])/u;
function partsOf(word, longest) {
  if (word === breakHere) return [""];
  if (word.length <= longest) return [word];
  const chunks = new RegExp(`.{1,${Math.max(4, longest - 6)}}`, "gsu");
  const pieces = word.split(afterSeparator).flatMap((piece) => piece.match(chunks) ?? []);
  return pieces.flatMap((piece, index) => index === 0 ? [piece] : ["", piece]);
}
var breakHere = "\u200B";
function wordAcross(text, place) {
  const before = /\S*$/.exec(text.slice(0, place))?.[0].length ?? 0;
  const after = /^\S*/.exec(text.slice(place))?.[0].length ?? 0;
  return before > 0 && after > 0 ? before + after : 0;
}

// lib/documents/paper/words.tsx
import { jsx, jsxs } from "react/jsx-runtime";
var neverHyphenate = 1e4;
function drawn(text, voice, longest = longestWord) {
  const home = voice === "serif" ? "serif-latin" : "sans-latin";
  const runs = runsOf(text, voice);
  if (runs.length === 1 && runs[0]?.face === home) return runs[0].text;
  const whole = runs.map((run) => run.text).join("");
  let end = 0;
  return runs.map((run) => {
    const start = end;
    end += run.text.length;
    return /* @__PURE__ */ jsxs(Fragment, { children: [
      wordAcross(whole, start) > longest ? /* @__PURE__ */ jsx(Text, { children: breakHere }) : null,
      /* @__PURE__ */ jsx(Text, { style: { fontFamily: run.face }, children: run.text })
    ] }, start);
  });
}
function Words({ children, voice = "sans", longest = longestWord, ...rest }) {
  return /* @__PURE__ */ jsx(
    Text,
    {
      hyphenationPenalty: neverHyphenate,
      hyphenationCallback: longest === longestWord ? void 0 : (word) => partsOf(word, longest),
      ...rest,
      children: typeof children === "string" ? drawn(children, voice, longest) : children
    }
  );
}
function Section({ children }) {
  return /* @__PURE__ */ jsx(Words, { style: style.section, minPresenceAhead: 70, children });
}
function Fact({ label, children, strong = false, fingerprint = false }) {
  const lines = [children].flat().filter((text) => text !== null && text !== "");
  const look = fingerprint ? style.fingerprint : {};
  const alone = lines.length === 1 ? style.value : {};
  const said = lines.map((text, index) => /* @__PURE__ */ jsx(Words, { style: [alone, look, index > 0 ? style.quiet : strong ? style.strong : {}], children: text ?? "" }, text));
  return /* @__PURE__ */ jsxs(View, { style: style.row, wrap: false, children: [
    /* @__PURE__ */ jsx(Words, { style: style.label, children: label }),
    lines.length === 1 ? said : /* @__PURE__ */ jsx(View, { style: style.value, children: said })
  ] });
}

// lib/documents/paper/evidence-page.tsx
import { Fragment as Fragment2, jsx as jsx2, jsxs as jsxs2 } from "react/jsx-runtime";
function EvidencePage({ record }) {
  const { evidence, trail, disclosure, answer, withdrawal, practice, meaning } = record;
  const say = sentences[record.language];
  const consentsUrl = `${record.appUrl}/my/${practice.slug}/consents`;
  return /* @__PURE__ */ jsxs2(Fragment2, { children: [
    /* @__PURE__ */ jsx2(Words, { style: [style.section, { marginTop: 0 }], children: say.evidence }),
    /* @__PURE__ */ jsx2(Fact, { label: say.way, children: say.routes[evidence.route] }),
    /* @__PURE__ */ jsx2(Fact, { label: say.identity, children: say.authentication[evidence.authentication](timeInUtc(evidence.authenticatedAt)) }),
    /* @__PURE__ */ jsx2(Fact, { label: say.textFingerprint, fingerprint: true, children: disclosure.textSha256 }),
    evidence.markSha256 ? /* @__PURE__ */ jsx2(Fact, { label: say.markFingerprint, fingerprint: true, children: evidence.markSha256 }) : null,
    /* @__PURE__ */ jsx2(Fact, { label: say.documentId, fingerprint: true, children: record.documentId }),
    /* @__PURE__ */ jsx2(Fact, { label: say.disclosureId, fingerprint: true, children: [disclosure.id, disclosure.versionId] }),
    /* @__PURE__ */ jsx2(Fact, { label: say.requestId, fingerprint: true, children: answer.requestId }),
    /* @__PURE__ */ jsx2(Fact, { label: say.answerId, fingerprint: true, children: answer.id }),
    withdrawal ? /* @__PURE__ */ jsx2(Fact, { label: say.withdrawalId, fingerprint: true, children: withdrawal.id }) : null,
    /* @__PURE__ */ jsx2(Fact, { label: say.trail, children: say.entry(trail.sequence, trail.origin) }),
    /* @__PURE__ */ jsx2(Fact, { label: say.leaf, fingerprint: true, children: trail.leaf }),
    /* @__PURE__ */ jsx2(Fact, { label: say.commitment, fingerprint: true, children: evidence.commitment }),
    /* @__PURE__ */ jsx2(Words, { style: style.small, children: say.commitmentWhat }),
    /* @__PURE__ */ jsx2(Section, { children: say.verify.heading }),
    /* @__PURE__ */ jsx2(Words, { style: style.paragraph, children: say.verify.online(`${record.appUrl}/verify`) }),
    /* @__PURE__ */ jsx2(Words, { style: style.paragraph, children: `${say.verify.offline} ${say.verify.command}` }),
    /* @__PURE__ */ jsx2(Words, { style: style.paragraph, children: say.verify.attachment }),
    /* @__PURE__ */ jsx2(Section, { children: say.change.heading[meaning] }),
    /* @__PURE__ */ jsx2(Words, { children: say.change.body[meaning](consentsUrl) }),
    practice.phone ? /* @__PURE__ */ jsx2(Words, { style: { marginTop: 4 }, children: say.change.call(practice.phone) }) : null
  ] });
}

// lib/documents/paper/first-page.tsx
import { View as View2 } from "@react-pdf/renderer";

// lib/documents/paper/wording.ts
function answerWord({ language, withdrawal }, item) {
  const say = sentences[language];
  if (withdrawal?.itemIds.includes(item.id)) return say.takenBack;
  return item.answer === "yes" ? say.yes : say.no;
}
function summaryOf({ language, items, meaning, withdrawal }) {
  const say = sentences[language];
  const yes = items.filter((item) => item.answer === "yes").length;
  if (withdrawal) return items.length > withdrawal.itemIds.length ? say.stays.untouched : null;
  if (yes > 0 && yes < items.length) return say.someOfEach(yes, items.length - yes);
  return meaning === "refuses" ? say.allNo : null;
}
function signedAt({ answer, withdrawal }) {
  return withdrawal?.withdrawnAt ?? answer.answeredAt;
}

// lib/documents/paper/first-page.tsx
import { Fragment as Fragment3, jsx as jsx3, jsxs as jsxs3 } from "react/jsx-runtime";
function FirstPage({ record }) {
  const { practice, patient, signer, disclosure, answer, withdrawal, language } = record;
  const say = sentences[language];
  const time = (at) => timeInZone(at, practice.timeZone, language);
  const day = (at) => dayInZone(at, practice.timeZone, language);
  const summary = summaryOf(record);
  const version = say.version(
    disclosure.versionNumber,
    day(disclosure.effectiveFrom),
    say.language[language]
  );
  return /* @__PURE__ */ jsxs3(Fragment3, { children: [
    /* @__PURE__ */ jsx3(Words, { style: style.eyebrow, children: say.eyebrow[record.meaning] }),
    /* @__PURE__ */ jsx3(Words, { style: style.title, voice: "serif", children: disclosure.title }),
    /* @__PURE__ */ jsx3(Fact, { label: say.practice, children: [practice.name, practice.phone ? say.phone(practice.phone) : null] }),
    /* @__PURE__ */ jsx3(Fact, { label: say.patient, strong: true, children: patient.legalName }),
    /* @__PURE__ */ jsx3(Fact, { label: say.signedBy, strong: true, children: [signer.printedName, say.capacity[signer.capacity]] }),
    withdrawal ? /* @__PURE__ */ jsxs3(Fragment3, { children: [
      /* @__PURE__ */ jsx3(Fact, { label: say.takenBackOn, children: [time(withdrawal.withdrawnAt), timeInUtc(withdrawal.withdrawnAt)] }),
      /* @__PURE__ */ jsx3(Fact, { label: say.firstAnswered, children: [time(answer.answeredAt), timeInUtc(answer.answeredAt)] })
    ] }) : /* @__PURE__ */ jsx3(Fact, { label: say.answered, children: [time(answer.answeredAt), timeInUtc(answer.answeredAt)] }),
    /* @__PURE__ */ jsx3(Fact, { label: say.text, children: version }),
    /* @__PURE__ */ jsx3(Section, { children: withdrawal ? say.taken : say.answers }),
    record.items.map((item) => /* @__PURE__ */ jsxs3(View2, { style: style.answerRow, wrap: false, children: [
      /* @__PURE__ */ jsx3(Words, { style: style.answerLabel, children: `${item.position}. ${item.label}` }),
      /* @__PURE__ */ jsx3(Words, { style: style.answerWord, children: answerWord(record, item) })
    ] }, item.id)),
    record.items.length === 0 ? /* @__PURE__ */ jsx3(Words, { children: say.meaning[record.meaning] }) : null,
    summary ? /* @__PURE__ */ jsx3(Words, { style: style.note, children: summary }) : null,
    withdrawal ? /* @__PURE__ */ jsxs3(Fragment3, { children: [
      /* @__PURE__ */ jsx3(Section, { children: say.stays.heading }),
      /* @__PURE__ */ jsx3(Words, { children: say.stays.body(day(answer.answeredAt)) })
    ] }) : null,
    /* @__PURE__ */ jsxs3(View2, { style: style.panel, wrap: false, children: [
      /* @__PURE__ */ jsx3(Words, { style: style.panelHeading, children: say.reader.heading }),
      /* @__PURE__ */ jsx3(Words, { children: say.reader.body }),
      /* @__PURE__ */ jsx3(Words, { style: { marginTop: 4 }, children: say.reader.check(`${record.appUrl}/verify`) })
    ] })
  ] });
}

// lib/documents/paper/register-fonts.ts
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";

// lib/documents/paper/unwrap-woff.ts
import { inflateSync } from "node:zlib";
var woffHeader = 44;
var woffEntry = 20;
var sfntHeader = 12;
var sfntEntry = 16;
function unwrapWoff(woff) {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("Not a WOFF 1.0 font");
  const tables = tablesOf(woff);
  const directory = Buffer.alloc(sfntHeader + tables.length * sfntEntry);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  let offset = directory.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = sfntHeader + index * sfntEntry;
    directory.write(tag, at, "latin1");
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(data.length, at + 12);
    offset += padded(data).length;
  });
  return Buffer.concat([directory, ...tables.map(({ data }) => padded(data))]);
}
function tablesOf(woff) {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = woffHeader + index * woffEntry;
    const [offset, packedLength, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const packed = woff.subarray(offset, (offset ?? 0) + (packedLength ?? 0));
    return {
      tag: woff.toString("latin1", at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packedLength === length ? packed : inflateSync(packed)
    };
  });
}
function padded(data) {
  return Buffer.concat([data, Buffer.alloc((4 - data.length % 4) % 4)]);
}

// lib/documents/paper/register-fonts.ts
var require2 = createRequire(import.meta.url);
var weights = [400, 600];
var slants = ["normal", "italic"];
var mostLines = 2e3;
var ready = null;
function registerFonts() {
  ready ??= register();
  return ready;
}
async function register() {
  Font.registerHyphenationCallback((word) => partsOf(word, longestWord));
  for (const face of faceNames) {
    const cuts = weights.flatMap((fontWeight) => slants.map((fontStyle) => ({ fontWeight, fontStyle })));
    Font.register({
      family: face,
      fonts: cuts.map((cut) => ({ ...cut, src: asDataUrl(fileOf(face, cut.fontWeight, cut.fontStyle)) }))
    });
    for (const cut of cuts) {
      const font = await outlines({ fontFamily: face, ...cut });
      nameGlyphs(font);
      rememberLines(font);
    }
  }
}
function nameGlyphs(font) {
  for (const codePoint of charactersOf2(font)) font.glyphForCodePoint(codePoint);
}
function charactersOf2({ characterSet }) {
  return [...characterSet].sort((a, b) => Number(isModifierLetter(a)) - Number(isModifierLetter(b)) || a - b);
}
var isModifierLetter = (codePoint) => codePoint >= 688 && codePoint <= 767;
function rememberLines(font) {
  const shape = font.layout.bind(font);
  const known = /* @__PURE__ */ new Map();
  font.layout = (text, features = [], ...rest) => {
    if (features.length > 0) return shape(text, features, ...rest);
    const run = known.get(text) ?? shape(text, features, ...rest);
    if (known.size >= mostLines) known.clear();
    known.set(text, run);
    return { glyphs: [...run.glyphs], positions: [...run.positions] };
  };
}
async function outlines(cut) {
  await Font.load(cut);
  return asOutlines(Font.getFont(cut)?.data);
}
function asOutlines(data) {
  return data;
}
function fileOf(face, weight, style2) {
  const [family, subset] = faces[face].split("/");
  const drawnStyle = family?.startsWith("noto-") ? "normal" : style2;
  return require2.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-${drawnStyle}.woff`);
}
function asDataUrl(file) {
  return `data:font/ttf;base64,${unwrapWoff(readFileSync(file)).toString("base64")}`;
}

// lib/documents/paper/shown-text.tsx
import { Text as Text2, View as View3 } from "@react-pdf/renderer";
import { jsx as jsx4, jsxs as jsxs4 } from "react/jsx-runtime";
function ShownText({ root }) {
  return root.children.map((node, index) => /* @__PURE__ */ jsx4(Block, { node }, position(node, index)));
}
function Block({ node }) {
  switch (node.type) {
    case "heading":
      return /* @__PURE__ */ jsx4(Words, { style: headingStyle(node.depth), minPresenceAhead: 60, children: node.children.map(inline) });
    case "paragraph":
      return /* @__PURE__ */ jsx4(Words, { style: style.body, children: node.children.map(inline) });
    case "list":
      return /* @__PURE__ */ jsx4(View3, { style: { marginBottom: 4 }, children: node.children.map((item, index) => /* @__PURE__ */ jsxs4(View3, { style: style.listItem, children: [
        /* @__PURE__ */ jsx4(Words, { style: style.marker, children: node.ordered ? `${(node.start ?? 1) + index}.` : "\u2022" }),
        /* @__PURE__ */ jsx4(View3, { style: style.listBody, children: item.children.map((child, at) => /* @__PURE__ */ jsx4(Block, { node: child }, position(child, at))) })
      ] }, position(item, index))) });
    case "table":
      return /* @__PURE__ */ jsx4(View3, { style: style.table, children: node.children.map((row, index) => /* @__PURE__ */ jsx4(Row, { row, isHead: index === 0 }, position(row, index))) });
    case "thematicBreak":
      return /* @__PURE__ */ jsx4(View3, { style: style.rule });
    default:
      return null;
  }
}
function Row({ row, isHead }) {
  return /* @__PURE__ */ jsx4(View3, { style: style.tableRow, wrap: false, minPresenceAhead: isHead ? 40 : 0, children: row.children.map((cell, index) => /* @__PURE__ */ jsx4(
    Words,
    {
      style: [style.cell, isHead ? style.strong : {}],
      longest: longestIn(row.children.length),
      children: cell.children.map(inlineUpTo(longestIn(row.children.length)))
    },
    position(cell, index)
  )) });
}
function longestIn(columns) {
  return Math.min(longestWord, Math.max(5, Math.floor(62 / columns) - 2));
}
function inlineUpTo(longest) {
  return function inline2(node, index) {
    const key = position(node, index);
    switch (node.type) {
      case "text":
        return /* @__PURE__ */ jsx4(Text2, { children: drawn(node.value, "serif", longest) }, key);
      case "break":
        return "\n";
      case "strong":
      case "emphasis":
        return /* @__PURE__ */ jsx4(Text2, { style: node.type === "strong" ? { fontWeight: 600 } : { fontStyle: "italic" }, children: node.children.map(inline2) }, key);
      case "link":
        return /* @__PURE__ */ jsxs4(Text2, { children: [
          node.children.map(inline2),
          drawn(addressBeside(node), "serif", longest)
        ] }, key);
      default:
        return null;
    }
  };
}
var inline = inlineUpTo(longestWord);
function position(node, index) {
  return node.position?.start.offset ?? index;
}

// lib/documents/paper/signed-pages.tsx
import { Path, Svg, View as View4 } from "@react-pdf/renderer";

// lib/documents/paper/mark.ts
var markBox = { width: 600, height: 200 };
function markPaths(mark) {
  return mark.map((stroke) => {
    const [first, ...rest] = stroke;
    if (!first) return "";
    if (rest.length === 0) return `M${first.join(" ")} l0.1 0.1`;
    const curves = rest.slice(0, -1).map((point, index) => {
      const next = rest[index + 1] ?? point;
      return `Q${point.join(" ")} ${tenth((point[0] + next[0]) / 2)} ${tenth((point[1] + next[1]) / 2)}`;
    });
    return [`M${first.join(" ")}`, ...curves, `L${(rest.at(-1) ?? first).join(" ")}`].join(" ");
  });
}
var tenth = (value) => Math.round(value * 10) / 10;

// lib/documents/paper/signed-pages.tsx
import { Fragment as Fragment4, jsx as jsx5, jsxs as jsxs5 } from "react/jsx-runtime";
function Items({ record }) {
  const say = sentences[record.language];
  if (record.items.length === 0) return null;
  return /* @__PURE__ */ jsxs5(Fragment4, { children: [
    /* @__PURE__ */ jsx5(Section, { children: say.uses }),
    record.items.map((item) => /* @__PURE__ */ jsx5(Item, { item, record }, item.id))
  ] });
}
function Item({ item, record }) {
  const say = sentences[record.language];
  return /* @__PURE__ */ jsxs5(View4, { style: style.item, wrap: false, children: [
    /* @__PURE__ */ jsxs5(View4, { style: style.itemHead, children: [
      /* @__PURE__ */ jsx5(Words, { style: [style.answerLabel, style.strong], children: `${item.position}. ${item.label}` }),
      /* @__PURE__ */ jsx5(Words, { style: style.answerWord, children: answerWord(record, item) })
    ] }),
    /* @__PURE__ */ jsx5(Fact, { label: say.whatFor, children: item.whatFor }),
    /* @__PURE__ */ jsx5(Fact, { label: say.whoSees, children: item.whoSees }),
    /* @__PURE__ */ jsx5(Fact, { label: say.where, children: item.where }),
    /* @__PURE__ */ jsx5(Fact, { label: say.until, children: item.until }),
    /* @__PURE__ */ jsx5(Fact, { label: say.copy, children: item.copy }),
    /* @__PURE__ */ jsx5(Words, { style: style.small, children: item.required ? say.required : say.optional })
  ] });
}
function SignatureBlock({ record, mark }) {
  const { signer, practice, language } = record;
  const say = sentences[language];
  const at = signedAt(record);
  return /* @__PURE__ */ jsxs5(View4, { style: style.signature, wrap: false, children: [
    /* @__PURE__ */ jsx5(View4, { style: style.signatureLine, children: mark ? /* @__PURE__ */ jsx5(DrawnMark, { mark }) : /* @__PURE__ */ jsx5(Words, { style: style.typedMark, voice: "serif", children: signer.printedName }) }),
    /* @__PURE__ */ jsx5(Words, { style: [style.small, { marginBottom: 6 }], children: mark ? say.drawn : say.typed }),
    /* @__PURE__ */ jsx5(Fact, { label: say.signedBy, strong: true, children: [signer.printedName, say.capacity[signer.capacity]] }),
    /* @__PURE__ */ jsx5(Fact, { label: say.meaningLabel, children: say.meaning[record.meaning] }),
    /* @__PURE__ */ jsx5(Fact, { label: say.confirmed, children: record.answer.intent }),
    /* @__PURE__ */ jsx5(Fact, { label: record.withdrawal ? say.takenBackOn : say.answered, children: [timeInZone(at, practice.timeZone, language), timeInUtc(at)] })
  ] });
}
function DrawnMark({ mark }) {
  return /* @__PURE__ */ jsx5(Svg, { viewBox: `0 0 ${markBox.width} ${markBox.height}`, style: { width: 210, height: 70 }, children: markPaths(mark).map((d) => /* @__PURE__ */ jsx5(
    Path,
    {
      d,
      stroke: ink,
      strokeWidth: 4,
      strokeLinecap: "round",
      strokeLinejoin: "round",
      fill: "none"
    },
    d
  )) });
}

// lib/documents/paper/signed-document.tsx
import { jsx as jsx6, jsxs as jsxs6 } from "react/jsx-runtime";
var letter = { name: "LETTER", height: 792 };
var a4 = { name: "A4", height: 842 };
async function renderSignedDocument(record, mark = null) {
  await registerFonts();
  const undrawable = stringsIn(record).map(whyNotDrawable).find(Boolean);
  if (undrawable) throw new Error(`No embedded font draws ${undrawable.codePoint}`);
  return renderToBuffer(/* @__PURE__ */ jsx6(SignedDocument, { record, mark }));
}
function stringsIn(value) {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}
function SignedDocument({ record, mark }) {
  const { practice, disclosure, language } = record;
  const say = sentences[language];
  const at = new Date(signedAt(record));
  return /* @__PURE__ */ jsxs6(
    Document,
    {
      title: `${disclosure.title} \xB7 ${say.document(record.documentId)}`,
      author: practice.name,
      creator: practice.name,
      language,
      pdfVersion: "1.7",
      creationDate: at,
      modificationDate: at,
      children: [
        /* @__PURE__ */ jsx6(Sheet, { record, children: /* @__PURE__ */ jsx6(FirstPage, { record }) }),
        /* @__PURE__ */ jsxs6(Sheet, { record, children: [
          /* @__PURE__ */ jsx6(Words, { style: style.eyebrow, children: say.shown }),
          /* @__PURE__ */ jsx6(Words, { style: style.textTitle, voice: "serif", children: disclosure.title }),
          /* @__PURE__ */ jsx6(Words, { style: style.lead, voice: "serif", children: disclosure.inShort }),
          /* @__PURE__ */ jsx6(ShownText, { root: parseDisclosureMarkdown(disclosure.body) }),
          /* @__PURE__ */ jsx6(Items, { record }),
          /* @__PURE__ */ jsx6(SignatureBlock, { record, mark })
        ] }),
        /* @__PURE__ */ jsx6(Sheet, { record, children: /* @__PURE__ */ jsx6(EvidencePage, { record }) })
      ]
    }
  );
}
function Sheet({ record, children }) {
  const { practice, documentId, language } = record;
  const say = sentences[language];
  const paper = practice.timeZone.startsWith("America/") ? letter : a4;
  return /* @__PURE__ */ jsxs6(Page, { experimentalPagination: true, size: paper.name, style: style.page, children: [
    /* @__PURE__ */ jsx6(View5, { style: style.header, fixed: true, children: /* @__PURE__ */ jsx6(Words, { children: practice.name }) }),
    /* @__PURE__ */ jsxs6(View5, { style: [style.footer, { top: paper.height - 46 }], fixed: true, children: [
      /* @__PURE__ */ jsx6(Words, { children: say.document(documentId) }),
      /* @__PURE__ */ jsx6(
        Text3,
        {
          style: style.pageNumber,
          render: ({ pageNumber, totalPages }) => say.page(pageNumber, totalPages)
        }
      )
    ] }),
    children
  ] });
}

// lib/documents/paper/zz-prof.ts
var wave = Array.from({ length: 160 }, (_, i) => [20 + i * 3.5, 100 + Math.sin(i / 5) * 60 * Math.cos(i / 40)]);
var r = exampleRecord();
for (let i = 0; i < 6; i++) await renderSignedDocument(r, [wave]);
var n = Number(process.argv[2] ?? 20);
var c = process.cpuUsage();
var t = performance.now();
for (let i = 0; i < n; i++) await renderSignedDocument(r, [wave]);
var u = process.cpuUsage(c);
console.log("ms wall", (performance.now() - t) / n, "cpu", (u.user + u.system) / 1e3 / n);
