import type { Language } from "@/lib/languages";

const en = {
  eyebrow: {
    "acknowledges-receipt": "Information received",
    consents: "Permission",
    refuses: "The answer is no",
    withdraws: "Permission taken back",
  },
  /** Fixed words for what a signature means; an acknowledgement never reads as agreement. */
  meaning: {
    "acknowledges-receipt": "Confirms having received this information. This is not an agreement to it.",
    consents: "Gives permission for each use answered Yes in this document, and for no other.",
    refuses: "Says no to what this document asks. Nothing of it is permitted.",
    withdraws: "Takes back what this document names as taken back, from the time written here.",
  },
  yes: "Yes",
  no: "No",
  takenBack: "Taken back",
  someOfEach: (yes: number, no: number) => `Yes to ${yes}, no to ${no}. Only what was allowed may be done.`,
  allNo: "Care goes on as always.",
  patient: "Patient",
  signedBy: "Signed by",
  practice: "Practice",
  phone: (phone: string) => `Phone ${phone}`,
  answered: "Answered",
  takenBackOn: "Taken back",
  firstAnswered: "First answered",
  text: "Text",
  version: (number: number, since: string, language: string) =>
    `Version ${number}, in force since ${since}, in ${language}`,
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
    body: "This is a locked copy: any change to it would show. It carries the electronic seal of the practice over the patient’s electronic signature. The practice’s certificate was issued by the private authority of its own system, which PDF readers do not know. So the bar above the page will say that the identity is unknown or not yet trusted. That is expected. What matters is that it also says the document was not changed.",
    check: (url: string) => `Anyone can check both at ${url}; the file stays on your device.`,
  },
  shown: "The text, as it was shown",
  uses: "Each use and its answer",
  required: "An answer was needed; it could be yes or no.",
  optional: "This could be left at no.",
  whatFor: "What for",
  whoSees: "Who sees it",
  where: "Where it is",
  until: "Until when",
  copy: "Your copy",
  signature: "Signature",
  meaningLabel: "Meaning",
  confirmed: "Confirmed",
  typed: "Name typed as signature",
  drawn: "Drawn signature",
  evidence: "How this was signed",
  way: "Way",
  routes: {
    portal: "On the patient’s own device, in the practice’s portal.",
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
  },
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
      consents: "How to take it back",
      refuses: "If you change your mind",
      withdraws: "If you change your mind",
    },
    body: {
      "acknowledges-receipt": () =>
        "There is nothing to take back: receiving information binds you to nothing.",
      consents: (url: string) =>
        `You may take back any of these answers, whenever you wish, without giving a reason. Sign in at ${url}, choose the answer and press Withdraw. It takes effect at that moment. Your care stays the same.`,
      refuses: (url: string) =>
        `Your answer stands until you change it, and nobody needs you to. If you wish to, sign in at ${url}.`,
      withdraws: (url: string) =>
        `Nothing more is needed. If you ever wish to allow it again, sign in at ${url}.`,
    },
    call: (phone: string) => `You can also call the practice: ${phone}.`,
  },
  document: (id: string) => `Document ${id}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
};

type Sentences = typeof en;

const es: Sentences = {
  eyebrow: {
    "acknowledges-receipt": "Información recibida",
    consents: "Permiso",
    refuses: "La respuesta es no",
    withdraws: "Permiso retirado",
  },
  meaning: {
    "acknowledges-receipt":
      "Confirma haber recibido esta información. No significa estar de acuerdo con ella.",
    consents: "Da permiso para cada uso con la respuesta Sí en este documento, y para ningún otro.",
    refuses: "Dice que no a lo que este documento pregunta. Nada de ello queda permitido.",
    withdraws: "Retira lo que este documento señala como retirado, desde la hora aquí escrita.",
  },
  yes: "Sí",
  no: "No",
  takenBack: "Retirado",
  someOfEach: (yes, no) => `Sí a ${yes}, no a ${no}. Solo se hará lo que se permitió.`,
  allNo: "La atención sigue como siempre.",
  patient: "Paciente",
  signedBy: "Firma",
  practice: "Consulta",
  phone: (phone) => `Teléfono ${phone}`,
  answered: "Fecha de la respuesta",
  takenBackOn: "Fecha de la retirada",
  firstAnswered: "Primera respuesta",
  text: "Texto",
  version: (number, since, language) => `Versión ${number}, vigente desde el ${since}, en ${language}`,
  language: { en: "inglés", es: "español" },
  capacity: {
    self: "paciente",
    parent: "madre o padre de la persona atendida",
    guardian: "tiene la tutela de la persona atendida",
    proxy: "puede decidir por la persona atendida",
  },
  answers: "Las respuestas",
  taken: "Lo que se retira",
  stays: {
    heading: "Lo que queda en el historial",
    body: (answeredOn) =>
      `La respuesta del ${answeredOn} y este documento quedan en el historial: una muestra lo que se permitió hasta ahora, el otro que terminó. Lo que se hizo mientras estaba permitido no se deshace con esto. Qué pasa con lo guardado se responde aparte.`,
    untouched: "Un uso que no está marcado como retirado conserva la respuesta que aquí se ve.",
  },
  reader: {
    heading: "Qué dirá su lector de PDF, y por qué",
    body: "Esta es una copia protegida: cualquier cambio se nota. Lleva el sello electrónico de la consulta sobre la firma electrónica de la persona que firma. El certificado de la consulta lo emitió la autoridad privada de su propio sistema, que los lectores de PDF no conocen. Por eso la barra sobre la página dirá que la identidad es desconocida o que aún no es de confianza. Es lo esperado. Lo importante es que también diga que el documento no se modificó.",
    check: (url) => `Cualquiera puede comprobar ambas cosas en ${url}; el archivo no sale de su dispositivo.`,
  },
  shown: "El texto, tal como se mostró",
  uses: "Cada uso y su respuesta",
  required: "Hacía falta una respuesta; podía ser sí o no.",
  optional: "Se podía dejar en no.",
  whatFor: "Para qué",
  whoSees: "Quién lo ve",
  where: "Dónde está",
  until: "Hasta cuándo",
  copy: "Su copia",
  signature: "Firma",
  meaningLabel: "Significado",
  confirmed: "Confirmación",
  typed: "Nombre escrito como firma",
  drawn: "Firma dibujada",
  evidence: "Cómo se firmó",
  way: "Vía",
  routes: {
    portal: "En su propio dispositivo, en el portal de la consulta.",
    "in-person": "En la consulta, en un dispositivo entregado por el equipo.",
    paper: "En papel, anotado por la consulta.",
    phone: "Por teléfono, anotado por la consulta.",
    system: "Anotado por el sistema de la consulta.",
  },
  identity: "Quién fue",
  authentication: {
    "email-link": (at) => `Entró con un enlace de un solo uso enviado a su correo registrado, el ${at}.`,
    "email-code": (at) => `Entró con un código de un solo uso enviado a su correo registrado, el ${at}.`,
  },
  textFingerprint: "Huella del texto (SHA-256)",
  markFingerprint: "Huella de la firma dibujada (SHA-256)",
  documentId: "Documento",
  disclosureId: "Texto y versión",
  requestId: "Pregunta",
  answerId: "Respuesta",
  withdrawalId: "Retirada",
  trail: "Lugar en el historial de la consulta",
  entry: (sequence, origin) => `Entrada ${sequence} de ${origin}`,
  leaf: "Huella de esa entrada (SHA-256)",
  commitment: "Compromiso sobre la dirección y el navegador",
  commitmentWhat:
    "La dirección de internet y el navegador usados se guardan como prueba, pero no se imprimen aquí, para que esta copia no diga a otros dónde estaba quien firmó. Este valor los fija: solo puede abrirse para un tribunal.",
  verify: {
    heading: "Cómo comprobar este documento",
    online: (url) =>
      `Abra ${url} y elija este archivo. La página averigua tres cosas por separado: si el archivo cambió, si lo protegió una consulta conocida, y cuándo. El archivo no se envía.`,
    offline: "En un equipo que tenga el programa, sin conexión:",
    command: "npm run candor -- document verify FILE",
    attachment: "El archivo lleva además record.json, los mismos datos para máquinas. Es el único adjunto.",
  },
  change: {
    heading: {
      "acknowledges-receipt": "Si tiene una pregunta",
      consents: "Cómo retirarlo",
      refuses: "Si cambia de opinión",
      withdraws: "Si cambia de opinión",
    },
    body: {
      "acknowledges-receipt": () => "No hay nada que retirar: recibir información no le obliga a nada.",
      consents: (url) =>
        `Puede retirar cualquiera de estas respuestas cuando lo desee, sin explicar por qué. Entre en ${url}, elija la respuesta y pulse Retirar. Tiene efecto en ese momento. Su atención sigue igual.`,
      refuses: (url) =>
        `Su respuesta vale hasta que usted la cambie, y no hace falta que lo haga. Si lo desea, entre en ${url}.`,
      withdraws: (url) => `No hace falta nada más. Si algún día desea permitirlo de nuevo, entre en ${url}.`,
    },
    call: (phone) => `También puede llamar a la consulta: ${phone}.`,
  },
  document: (id) => `Documento ${id}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
};

export const sentences: Record<Language, Sentences> = { en, es };
