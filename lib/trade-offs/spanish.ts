import type { english } from "./english";

const yesNo = { yes: "sí", no: "no", partly: "en parte" };
const possible = { yes: "es posible", no: "no es posible", partly: "posible en parte" };
const grades = { good: "bien", fair: "regular", poor: "mal" };

export const spanish: typeof english = {
  title: (now, there) => (now ? `De ${now} a ${there}: qué cambia allí` : `Qué cambia allí: ${there}`),
  by: {
    video: (name) => `por ${name}`,
    phone: () => "por teléfono",
    "in-person": () => "en persona",
  },
  begins: (day, by, insteadOf) =>
    `${day ? `Desde el ${day}` : "En cuanto usted sepa esto"}, nos vemos ${by}${insteadOf ? ` en vez de ${insteadOf}` : ""}.`,
  tried: (day) => `Lo probamos hasta el ${day}.`,
  onlyDifferences: "Aquí está solo lo que cambia allí.",
  different: "Qué cambia allí",
  about: "Sobre",
  now: (name) => `Ahora: ${name}`,
  there: (name) => `Allí: ${name}`,
  nothing: "De lo que sé de las dos maneras, nada cambia.",
  notGuessed: "Donde dice «no se sabe», no lo sé. No hago suposiciones.",
  rows: {
    way: "Cómo nos vemos",
    picture: "Imagen",
    "vendor-agreement": "Acuerdo de privacidad con la empresa",
    "end-to-end-encryption": "Cifrado desde su dispositivo hasta el mío",
    recording: "Grabación",
    "content-use": "Uso de lo que decimos para publicidad o IA",
    "guest-tracking": "Rastreo de quien entra con invitación",
    "outside-scrutiny": "Examen por especialistas externos",
    "account-needed": "Necesita una cuenta",
    "in-browser": "Funciona en un navegador",
    "dial-in": "Entrar por teléfono",
    cost: "Le cuesta algo",
    quality: "Sonido e imagen",
    ease: "Facilidad de uso",
  },
  ways: {
    video: "por video, con el servicio de una empresa",
    phone: "por teléfono, sin servicio de video",
    "in-person": "en una misma sala, sin ningún servicio",
  },
  pictures: {
    video: "nos vemos en la pantalla",
    phone: "no hay: solo nos oímos",
    "in-person": "estamos en una misma sala",
  },
  values: {
    "vendor-agreement": { yes: "hay uno", no: "no lo hay" },
    "end-to-end-encryption": yesNo,
    recording: possible,
    "content-use": yesNo,
    "guest-tracking": yesNo,
    "outside-scrutiny": yesNo,
    "account-needed": yesNo,
    "in-browser": yesNo,
    "dial-in": possible,
    cost: yesNo,
    quality: grades,
    ease: grades,
  },
  unknown: "no se sabe",
  sources: {
    checked: (day) => `comprobado el ${day}`,
    vendor: (day) => `lo dice la empresa, ${day}`,
    opinion: (day, name) => `opinión de ${name}, ${day}`,
    experience: (day) => `nuestra experiencia, ${day}`,
    unknown: (day) => `se buscó el ${day}`,
  },
  old: "hace más de seis meses",
  recording: {
    heading: "Su sí a grabar",
    rests: (by) =>
      `Usted permitió grabar nuestras sesiones. Cuando nos vemos ${by}, no se puede grabar nada. Allí su permiso queda en pausa, no se pierde. Vuelve a contar cuando nos veamos donde se puede grabar.`,
    again:
      "Usted permitió grabar nuestras sesiones. Su permiso está en pausa donde nos vemos ahora. Allí vuelve a contar.",
  },
  next: "Cómo sigue",
  trialEnds: (day) =>
    `La prueba termina sola después del ${day}. Entonces nos vemos como antes, salvo que decidamos seguir así.`,
  review: (day) => `El ${day} vemos entre los dos cómo va.`,
  back: "Puede volver a lo de antes cuando quiera, con solo pulsar un botón y sin explicar por qué. Yo también.",
  statements: {
    signed: "He leído qué cambia allí.",
    explained: "Se explicó en voz alta qué cambia allí.",
  },
  intent: {
    signed: "Al pulsar Firmar confirmo que he leído qué cambia allí.",
    explained: "Expliqué en voz alta qué cambia allí y respondí a lo que se preguntó.",
  },
};
