import type { Meaning } from "@/lib/documents/signed-record";
import type { Language } from "@/lib/languages";

/** The exact sentence beside the button that signs or takes back; it is stored and printed as shown (UETA 2(8)). */
export const intentSentences: Record<Meaning, Record<Language, string>> = {
  consents: {
    en: "By pressing Sign I give the answers above.",
    es: "Al pulsar Firmar doy las respuestas de arriba.",
  },
  refuses: {
    en: "By pressing Sign I say no to the above.",
    es: "Al pulsar Firmar digo que no a lo anterior.",
  },
  "acknowledges-receipt": {
    en: "By pressing Sign I confirm that I received this notice. It is not an agreement to it.",
    es: "Al pulsar Firmar confirmo que recibí este aviso. No es una aceptación de su contenido.",
  },
  "declines-receipt": {
    en: "By pressing Sign I say that I do not confirm receiving this notice.",
    es: "Al pulsar Firmar digo que no confirmo haber recibido este aviso.",
  },
  withdraws: {
    en: "It takes effect as soon as you press. No reason needed. What was seen cannot be unseen.",
    es: "Tiene efecto en cuanto pulse. No hace falta explicar por qué. Lo que ya se vio no puede deshacerse.",
  },
};
