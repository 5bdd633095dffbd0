import type { Language } from "@/lib/languages";
import type { Meaning, TradeOffMeaning } from "@/verifier/record";

/** The exact sentence beside the button that signs or takes back; it is stored and printed as shown (UETA 2(8)). */
export const intentSentences: Record<Exclude<Meaning, TradeOffMeaning>, Record<Language, string>> = {
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

/** What stands in place of a button's sentence where somebody said it aloud and a member of staff wrote it down. */
export const spokenIntent: Record<Language, string> = {
  en: "The patient said aloud that this is taken back. It counts from the moment it was noted.",
  es: "Se dijo en voz alta que esto queda sin efecto. Cuenta desde el momento en que se anotó.",
};
