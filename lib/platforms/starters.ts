import type { FactKey, FactValue } from "./facts";

type Words = { en: string; es: string };
/** What a vendor says of itself, what somebody thinks, or that nobody knows: nothing here was checked by the practice. */
export type StarterFact = { key: FactKey; value: FactValue; words: Words; opinionOf?: string };
type Starter = { name: string; facts: readonly StarterFact[] };

/** The day on which all of them were written down. */
export const startersDate = "2026-11-23";

export const starterKeys = ["zoom", "doxy-me", "teams", "meet", "simplepractice"] as const;
export type StarterKey = (typeof starterKeys)[number];

export const starters: Readonly<Record<StarterKey, Starter>> = {
  zoom: {
    name: "Zoom",
    facts: [
      fact("account-needed", "no", "Guests come in by a link.", "Se entra con un enlace."),
      fact(
        "in-browser",
        "yes",
        "Not together with end-to-end encryption.",
        "No a la vez que el cifrado de extremo a extremo.",
      ),
      fact(
        "recording",
        "yes",
        "On the therapist’s computer; in the cloud with paid plans.",
        "En el equipo de su terapeuta; en la nube con planes de pago.",
      ),
      fact(
        "end-to-end-encryption",
        "partly",
        "Can be switched on. Then it takes the app, and there is no cloud recording and no joining by phone.",
        "Se puede activar. Entonces hace falta la aplicación, y no hay grabación en la nube ni entrada por teléfono.",
      ),
      fact(
        "vendor-agreement",
        "unknown",
        "Offered with paid plans, and to be signed; not with the free plan.",
        "Se ofrece con planes de pago y hay que firmarlo; no con el plan gratuito.",
      ),
      {
        ...fact("quality", "good", "The best of those compared.", "La mejor entre las que se compararon."),
        // One word for both languages: the name of a source stands as it was written.
        opinionOf: "another practice / otra consulta",
      },
    ],
  },
  "doxy-me": {
    name: "doxy.me",
    facts: [
      fact(
        "account-needed",
        "no",
        "A link leads to a waiting room.",
        "Un enlace lleva a una sala de espera.",
      ),
      fact("in-browser", "yes", "Only in the browser.", "Solo en el navegador."),
      fact("recording", "no", "None by the platform.", "La plataforma no graba."),
      fact(
        "end-to-end-encryption",
        "partly",
        "Between two people it runs directly from device to device, encrypted.",
        "Entre dos personas va directamente de un dispositivo al otro, cifrado.",
      ),
      fact(
        "vendor-agreement",
        "unknown",
        "Sources disagree about the free plan.",
        "Las fuentes no coinciden sobre el plan gratuito.",
      ),
    ],
  },
  teams: {
    name: "Microsoft Teams",
    facts: [
      fact("account-needed", "no", "Guests come in by a link.", "Se entra con un enlace de invitación."),
      fact(
        "in-browser",
        "yes",
        "Not together with end-to-end encryption.",
        "No a la vez que el cifrado de extremo a extremo.",
      ),
      fact(
        "recording",
        "yes",
        "In the cloud, as the account’s policy allows.",
        "En la nube, según lo que permita la cuenta.",
      ),
      fact(
        "end-to-end-encryption",
        "partly",
        "Meetings only with Teams Premium and in the app; calls of two as the account’s policy allows.",
        "Las reuniones, solo con Teams Premium y en la aplicación; las llamadas entre dos, según la cuenta.",
      ),
      fact(
        "vendor-agreement",
        "unknown",
        "Comes with Microsoft’s terms for organizations.",
        "Forma parte de las condiciones de Microsoft para organizaciones.",
      ),
    ],
  },
  meet: {
    name: "Google Meet",
    facts: [
      fact(
        "account-needed",
        "partly",
        "Guests without an account can be let in.",
        "Se puede dejar entrar a quien no tiene cuenta.",
      ),
      fact("in-browser", "yes", "Runs in the browser.", "Funciona en el navegador."),
      fact(
        "recording",
        "partly",
        "Depends on the edition; recordings land in the practice’s Drive.",
        "Depende de la edición; lo grabado queda en el Drive de la consulta.",
      ),
      fact(
        "end-to-end-encryption",
        "partly",
        "Only with the top editions; then without joining by phone.",
        "Solo con las ediciones superiores; entonces, sin entrada por teléfono.",
      ),
      fact(
        "vendor-agreement",
        "unknown",
        "Offered for Workspace accounts; not for personal ones.",
        "Se ofrece para cuentas de Workspace; no para las personales.",
      ),
    ],
  },
  simplepractice: {
    name: "SimplePractice",
    facts: [
      fact("account-needed", "no", "Guests come in by a link.", "Se entra con un enlace."),
      fact("in-browser", "yes", "Also as an app.", "También como aplicación."),
      fact(
        "recording",
        "no",
        "No recording of sessions. Its AI note taker makes a transcript where it is switched on.",
        "No graba sesiones. Su asistente de notas con IA hace una transcripción si está activado.",
      ),
      fact(
        "content-use",
        "partly",
        "Who switches on the AI note taker after June 17, 2026 lets it keep transcripts without names, unless told otherwise.",
        "Quien activa el asistente de notas después del 17 de junio de 2026 permite guardar transcripciones sin nombres, salvo que indique lo contrario.",
      ),
      fact("end-to-end-encryption", "unknown", "The company does not claim it.", "La empresa no lo afirma."),
      fact(
        "vendor-agreement",
        "unknown",
        "Part of the agreement for the health record.",
        "Forma parte del acuerdo del historial clínico.",
      ),
    ],
  },
};

function fact(key: FactKey, value: FactValue, en: string, es: string): StarterFact {
  return { key, value, words: { en, es } };
}
