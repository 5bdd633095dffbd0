import type { Language } from "@/lib/languages";
import type { SafeguardKind } from "./rules";

export const starterKeys = [
  "waiting-room",
  "passcode",
  "own-meeting-id",
  "nobody-before-host",
  "cloud-recording-off",
  "ai-summaries-off",
  "drive-encrypted",
  "one-at-a-time",
  "alone-in-the-room",
  "headphones",
  "screen-locked",
] as const;
export type StarterKey = (typeof starterKeys)[number];

export type Starter = {
  kind: SafeguardKind;
  /** Set in the service one meets on, and so another claim for each service. */
  ofPlatform: boolean;
  intervalDays: number;
  claim: Record<Language, string>;
  /** The honest form while nobody has looked lately. */
  intent: Record<Language, string>;
};

const inService = { kind: "setting", ofPlatform: true } as const;
const habit = { kind: "habit", ofPlatform: false } as const;

/** Claims to begin with, in plain words. Without a full stop, so that they can stand within a sentence of a text. */
export const starters: Readonly<Record<StarterKey, Starter>> = {
  "waiting-room": {
    ...inService,
    intervalDays: 90,
    claim: {
      en: "I keep the waiting room on, so you come in only when I let you in",
      es: "Tengo activada la sala de espera: usted entra solo cuando yo le abro",
    },
    intent: {
      en: "I intend to keep the waiting room on, so that you come in only when I let you in",
      es: "Me propongo tener activada la sala de espera, para que usted entre solo cuando yo le abra",
    },
  },
  passcode: {
    ...inService,
    intervalDays: 90,
    claim: { en: "Our sessions need a passcode", es: "Nuestras sesiones piden una clave" },
    intent: {
      en: "I intend to protect our sessions with a passcode",
      es: "Me propongo proteger nuestras sesiones con una clave",
    },
  },
  "own-meeting-id": {
    ...inService,
    intervalDays: 90,
    claim: {
      en: "You have a meeting link of your own, which I give to nobody else",
      es: "Usted tiene un enlace de sesión propio, que no doy a nadie más",
    },
    intent: {
      en: "I intend to give you a meeting link of your own",
      es: "Me propongo darle un enlace de sesión propio",
    },
  },
  "nobody-before-host": {
    ...inService,
    intervalDays: 90,
    claim: {
      en: "A session starts only once I am there",
      es: "La sesión empieza solo cuando yo estoy presente",
    },
    intent: {
      en: "I intend to set things up so that a session starts only once I am there",
      es: "Me propongo que la sesión empiece solo cuando yo esté presente",
    },
  },
  "cloud-recording-off": {
    ...inService,
    intervalDays: 30,
    claim: {
      en: "Recording to the cloud is switched off",
      es: "La grabación en la nube está desactivada",
    },
    intent: {
      en: "I intend to keep recording to the cloud switched off",
      es: "Me propongo tener desactivada la grabación en la nube",
    },
  },
  "ai-summaries-off": {
    ...inService,
    intervalDays: 30,
    claim: {
      en: "The service’s AI summaries and transcripts are switched off",
      es: "Los resúmenes y las transcripciones con IA del servicio están desactivados",
    },
    intent: {
      en: "I intend to keep the service’s AI summaries and transcripts switched off",
      es: "Me propongo tener desactivados los resúmenes y las transcripciones con IA del servicio",
    },
  },
  "drive-encrypted": {
    kind: "setting",
    ofPlatform: false,
    intervalDays: 180,
    claim: {
      en: "The drive on which I keep recordings is encrypted",
      es: "El disco en el que guardo las grabaciones está cifrado",
    },
    intent: {
      en: "I intend to keep recordings on an encrypted drive",
      es: "Me propongo guardar las grabaciones en un disco cifrado",
    },
  },
  "one-at-a-time": {
    ...habit,
    intervalDays: 90,
    claim: {
      en: "While you are in the session, I let nobody else in",
      es: "Mientras usted está en la sesión, no dejo entrar a nadie más",
    },
    intent: {
      en: "I intend to let nobody else in while you are in the session",
      es: "Me propongo no dejar entrar a nadie más mientras usted está en la sesión",
    },
  },
  "alone-in-the-room": {
    ...habit,
    intervalDays: 90,
    claim: {
      en: "During our sessions I am alone in my room, with the door closed",
      es: "Durante nuestras sesiones no hay nadie más en mi sala y la puerta está cerrada",
    },
    intent: {
      en: "I intend to be alone in my room during our sessions, with the door closed",
      es: "Me propongo que durante nuestras sesiones no haya nadie más en mi sala y la puerta esté cerrada",
    },
  },
  headphones: {
    ...habit,
    intervalDays: 90,
    claim: {
      en: "I use headphones, so nobody near me hears you",
      es: "Uso auriculares, para que nadie cerca de mí le oiga",
    },
    intent: {
      en: "I intend to use headphones, so that nobody near me hears you",
      es: "Me propongo usar auriculares, para que nadie cerca de mí le oiga",
    },
  },
  "screen-locked": {
    ...habit,
    intervalDays: 90,
    claim: {
      en: "When I leave my desk, I lock the screen",
      es: "Cuando me alejo del escritorio, bloqueo la pantalla",
    },
    intent: {
      en: "I intend to lock the screen when I leave my desk",
      es: "Me propongo bloquear la pantalla cuando me alejo del escritorio",
    },
  },
};

/** Where staff find the setting of a claim; null for one in the practice's own words. */
export function starterOf(key: string): StarterKey | null {
  return starterKeys.find((one) => one === key) ?? null;
}
