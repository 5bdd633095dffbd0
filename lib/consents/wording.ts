import type { Meaning } from "@/lib/documents/signed-record";
import type { Language } from "@/lib/languages";

/** The exact sentence of intent beside the Sign button; it is stored and printed as shown (UETA 2(8)). */
export const intentSentences: Record<Meaning, Record<Language, string>> = {
  consents: {
    en: "By pressing Sign I give the answers above.",
    es: "Al pulsar Firmar doy las respuestas de arriba.",
  },
  refuses: {
    en: "By pressing Sign I say no to all of the above.",
    es: "Al pulsar Firmar digo que no a todo lo anterior.",
  },
  "acknowledges-receipt": {
    en: "By pressing Sign I confirm what I chose above about receiving this notice. It is not an agreement to it.",
    es: "Al pulsar Firmar confirmo lo que elegí arriba sobre la recepción de este aviso. No es una aceptación de su contenido.",
  },
  withdraws: {
    en: "By pressing Withdraw I take back the answers named here, from now on.",
    es: "Al pulsar Retirar dejo sin efecto las respuestas indicadas aquí, desde ahora.",
  },
};
