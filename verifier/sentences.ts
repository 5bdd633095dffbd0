import { integritySentences } from "./integrity-sentences";
import type { Language } from "./languages";
import type { Sentence } from "./sentence";
import type { VerdictCode } from "./verdict";

/** Here and not in `locales`, because the verifier that works offline carries them with it. */
export const sentences: Record<VerdictCode, Record<Language, Sentence>> = {
  ...integritySentences,
  known: {
    en: {
      says: "It was locked by {practice}, with a certificate that is known here.",
      doesNotProve: "It is the practice's lock. How the patient signed is written in the document.",
    },
    es: {
      says: "Lo protegió {practice}, con un certificado que aquí se conoce.",
      doesNotProve:
        "Es la protección de la consulta. El documento dice cómo firmó el paciente o la paciente.",
    },
  },
  "unknown.foreign-authority": {
    en: {
      says: "It is not known here who locked it.",
      doesNotProve: "Anyone can put any name on a lock. Ask the practice for its certificate's fingerprint.",
    },
    es: {
      says: "Aquí no se sabe quién lo protegió.",
      doesNotProve: "Se puede poner cualquier nombre. Pida a la consulta la huella de su certificado.",
    },
  },
  "unknown.not-published": {
    en: {
      says: "The practice has not published the certificate of this lock.",
      doesNotProve: "The list used here may be old; this does not show that the lock is false.",
    },
    es: {
      says: "La consulta no ha publicado el certificado de esta protección.",
      doesNotProve: "La lista usada aquí puede ser antigua; esto no demuestra que sea falsa.",
    },
  },
  "unknown.not-valid-then": {
    en: {
      says: "The certificate of this lock was not valid at the time the file gives.",
      doesNotProve: "A wrong clock can be the cause; this does not show who locked it.",
    },
    es: {
      says: "El certificado de esta protección no era válido en la fecha que indica el archivo.",
      doesNotProve: "Puede deberse a un reloj mal ajustado; esto no demuestra quién lo protegió.",
    },
  },
  "unknown.other-practice": {
    en: {
      says: "The lock belongs to another practice than the one named in the document.",
      doesNotProve: "This does not show which of the two wrote the document.",
    },
    es: {
      says: "La protección es de otra consulta, distinta de la que nombra el documento.",
      doesNotProve: "Esto no demuestra cuál de las dos escribió el documento.",
    },
  },
  "unknown.not-judged": {
    en: {
      says: "Who locked it was not looked at, because the first check did not succeed.",
      doesNotProve: "A name inside the file counts for nothing as long as that is so.",
    },
    es: {
      says: "No se miró quién lo protegió, porque la primera comprobación no salió bien.",
      doesNotProve: "Mientras sea así, un nombre dentro del archivo no cuenta.",
    },
  },
  trusted: {
    en: {
      says: "It existed on {at}; the time service “{authority}” stamped it.",
      doesNotProve: "It may have been written earlier than that.",
    },
    es: {
      says: "Ya existía el {at}; lo selló el servicio de tiempo «{authority}».",
      doesNotProve: "Puede haberse escrito antes de esa fecha.",
    },
  },
  "claimed.no-timestamp": {
    en: {
      says: "The one who locked it says that this was on {at}.",
      doesNotProve: "No independent time service has confirmed it.",
    },
    es: {
      says: "Quien lo protegió dice que fue el {at}.",
      doesNotProve: "Ningún servicio de tiempo independiente lo ha confirmado.",
    },
  },
  "claimed.unknown-time-service": {
    en: {
      says: "The one who locked it says that this was on {at}.",
      doesNotProve: "It carries a time stamp too, but of a time service that is not known here.",
    },
    es: {
      says: "Quien lo protegió dice que fue el {at}.",
      doesNotProve: "También lleva un sello de tiempo, pero de un servicio que aquí no se conoce.",
    },
  },
  "not-judged": {
    en: {
      says: "Its time was not looked at, because the first check did not succeed.",
      doesNotProve: "A date inside the file counts for nothing as long as that is so.",
    },
    es: {
      says: "No se miró la fecha, porque la primera comprobación no salió bien.",
      doesNotProve: "Mientras sea así, una fecha dentro del archivo no cuenta.",
    },
  },
};
