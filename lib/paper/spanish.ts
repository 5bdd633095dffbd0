import type { english } from "./english";

const backAtAnyTime = (url: string) =>
  `Puede volver a como se veían antes cuando quiera y sin explicar por qué: entre en ${url}. La consulta también puede.`;

export const spanish: typeof english = {
  eyebrow: {
    "acknowledges-receipt": "Información recibida",
    "declines-receipt": "Recepción no confirmada",
    consents: "Permiso",
    refuses: "La respuesta es no",
    withdraws: "Permiso retirado",
    "acknowledges-trade-off": "Otra manera de vernos",
    "explains-trade-off": "Otra manera de vernos, explicada en voz alta",
  },
  meaning: {
    "acknowledges-receipt":
      "Confirma haber recibido esta información. No significa estar de acuerdo con ella.",
    "declines-receipt":
      "No confirma haber recibido esta información. Con esto no se permite ni se rechaza nada, y la atención sigue como siempre.",
    consents: "Da permiso para cada uso con la respuesta Sí en este documento, y para ningún otro.",
    refuses: "Dice que no a lo que este documento pregunta. Nada de ello queda permitido.",
    withdraws: "Retira lo que este documento señala como retirado, desde la hora aquí escrita.",
    "acknowledges-trade-off":
      "Confirma haber leído qué cambia con otra manera de verse. No es un permiso para nada más.",
    "explains-trade-off":
      "Dice que se explicó en voz alta qué cambia con otra manera de verse. No hay firma de la persona atendida.",
  },
  yes: "Sí",
  no: "No",
  open: "Abierta",
  takenBack: "Retirado",
  takenBackOnDay: (day) => `Retirado el ${day}`,
  someOfEach: (yes, no, open) =>
    `Sí a ${yes}, no a ${no}${open > 0 ? `, sin responder ${open}` : ""}. Solo se hará lo que se permitió.`,
  allNo: "La atención sigue como siempre.",
  patient: "Paciente",
  signedBy: "Firma",
  takenBackBy: "Lo retira",
  mailboxReader: "Quien lee el correo registrado",
  practice: "Consulta",
  phone: (phone) => `Teléfono ${phone}`,
  answered: "Fecha de la respuesta",
  countsThrough: "Vale hasta el",
  takenBackOn: "Fecha de la retirada",
  firstAnswered: "Primera respuesta",
  text: "Texto",
  version: (number, since, language) => `Versión ${number}, vigente desde el ${since}, en ${language}`,
  tradeOff: {
    text: (day, language) => `Lo que se sabía el ${day}, en ${language}`,
    confirmed: "Lo que se confirmó",
    explained: "Lo que se explicó",
    confirmedWord: "Confirmado",
    explainedWord: "Explicado",
    signedOn: "Fecha de la firma",
    notedOn: "Fecha de la nota",
    wishId: "Petición de otra manera de verse",
    acknowledgementId: "Confirmación",
    explainedBy: "Lo explicó",
    ofPractice: "de la consulta, que lo anotó",
    mark: "Se explicó en voz alta y lo anotó la consulta. No hay firma.",
    meaning: (name, day) =>
      `Lo explicó ${name} en la sesión del ${day} y lo anotó la consulta. No hay firma de la persona atendida.`,
    way: "Explicado en voz alta en una sesión y anotado por la consulta.",
    evidence: "Cómo se anotó",
  },
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
    signed: "Lleva el sello electrónico de la consulta sobre la firma electrónica de la persona que firma.",
    pressed: "Lleva el sello electrónico de la consulta.",
    body: (carries) =>
      `Esta es una copia protegida: cualquier cambio se nota. ${carries} El certificado de la consulta lo emitió la autoridad privada de su propio sistema, que los lectores de PDF no conocen. Por eso la barra sobre la página dirá que la identidad es desconocida o que aún no es de confianza. Es lo esperado. Lo importante es que también diga que el documento no se modificó.`,
    check: (url) => `Cualquiera puede comprobar ambas cosas en ${url}; el archivo no sale de su dispositivo.`,
  },
  shown: "El texto, tal como se mostró",
  uses: "Cada uso y su respuesta",
  draft: "Borrador",
  draftOf: (number) => `Borrador de la versión ${number}, sin publicar`,
  usesOfDraft: "Los usos, cada uno con su respuesta",
  required: "Hacía falta una respuesta; podía ser sí o no.",
  optional: "Se podía dejar abierta.",
  whatFor: "Para qué",
  whoSees: "Quién lo ve",
  where: "Dónde está",
  until: "Hasta cuándo",
  copy: "Su copia",
  signature: "Firma",
  meaningLabel: "Significado",
  confirmed: "Confirmación",
  besideButton: "Junto al botón",
  typed: "Nombre escrito como firma",
  drawn: "Firma dibujada",
  pressed: {
    named: (answeredOn) =>
      `Se retiró con solo pulsar un botón. El nombre se escribió con la respuesta del ${answeredOn}, no de nuevo.`,
    unnamed: "Se retiró con solo pulsar un botón. No se dio ningún nombre.",
  },
  spoken: {
    notedBy: "Lo anotó",
    ofPractice: "de la consulta, que lo oyó en voz alta",
    mark: "Se dijo en voz alta y lo anotó la consulta. No hay firma.",
    noted: "Anotado",
    routes: {
      phone: "Dicho por teléfono y anotado por la consulta.",
      "in-person": "Dicho en persona y anotado por la consulta.",
    },
    identity:
      "Según el criterio de quien lo anotó, que había entrado con un enlace o código propio de un solo uso.",
  },
  evidence: "Cómo se firmó",
  evidenceOfPress: "Cómo se retiró",
  way: "Vía",
  routes: {
    portal: "En el portal de la consulta, por internet.",
    "in-person": "En la consulta, en un dispositivo entregado por el equipo.",
    paper: "En papel, anotado por la consulta.",
    phone: "Por teléfono, anotado por la consulta.",
    system: "Anotado por el sistema de la consulta.",
  },
  identity: "Quién fue",
  authentication: {
    "email-link": (at) => `Entró con un enlace de un solo uso enviado a su correo registrado, el ${at}.`,
    "email-code": (at) => `Entró con un código de un solo uso enviado a su correo registrado, el ${at}.`,
    "question-link": (at) =>
      `Entró con el enlace de un mensaje enviado a su correo registrado y la fecha de nacimiento, o un código entregado por la consulta, el ${at}.`,
  },
  screen: "En la pantalla",
  rewritten:
    "Mientras esto estaba abierto, el navegador mostró otras palabras que las enviadas, como hace una traducción. Aquí no se sabe qué mostró; el texto de estas páginas es el que se envió.",
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
      "declines-receipt": "Si cambia de opinión",
      consents: "Cómo retirarlo",
      refuses: "Si cambia de opinión",
      withdraws: "Si cambia de opinión",
      "acknowledges-trade-off": "Si quiere volver a lo de antes",
      "explains-trade-off": "Si quiere volver a lo de antes",
    },
    body: {
      "acknowledges-receipt": () => "No hay nada que retirar: recibir información no le obliga a nada.",
      "declines-receipt": (url) => `No hace falta nada más. Si después desea confirmarla, entre en ${url}.`,
      consents: (url) =>
        `Puede retirar cualquiera de estas respuestas cuando lo desee, sin explicar por qué. Entre en ${url}, elija la respuesta y pulse Retirar. Tiene efecto en ese momento. Su atención sigue igual.`,
      refuses: (url) =>
        `Su respuesta vale hasta que usted la cambie, y no hace falta que lo haga. Si lo desea, entre en ${url}.`,
      withdraws: (url) => `No hace falta nada más. Si algún día desea permitirlo de nuevo, entre en ${url}.`,
      "acknowledges-trade-off": backAtAnyTime,
      "explains-trade-off": backAtAnyTime,
    },
    call: (phone) => `También puede llamar a la consulta: ${phone}.`,
  },
  document: (id) => `Documento ${id}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
};
