import type { Says } from "./trail-break";

/** Why a trail does not hold. Here and not in `locales`, because the verifier that works offline carries them with it. */
export const whyBroken = {
  gap: (seq: number): Says => ({
    en: `Entry ${seq} is missing.`,
    es: `Falta la entrada ${seq}.`,
  }),
  twice: (seq: number): Says => ({
    en: `Entry ${seq} is there more than once, or out of order.`,
    es: `La entrada ${seq} está más de una vez o fuera de orden.`,
  }),
  notAsWritten: (seq: number): Says => ({
    en: `Entry ${seq} is not what was written: its fingerprint does not fit its text.`,
    es: `La entrada ${seq} no es la que se escribió: su huella no corresponde a su texto.`,
  }),
  notCanonical: (seq: number): Says => ({
    en: `Entry ${seq} is not written in the one canonical form.`,
    es: `La entrada ${seq} no está escrita en la única forma canónica.`,
  }),
  notLinked: (seq: number): Says => ({
    en: `Entry ${seq} does not follow the entry before it: one of the two was changed.`,
    es: `La entrada ${seq} no sigue a la anterior: una de las dos se cambió.`,
  }),
  ofAnother: (seq: number): Says => ({
    en: `Entry ${seq} belongs to the trail of another practice.`,
    es: `La entrada ${seq} es del registro de otra consulta.`,
  }),
  elsewhere: (seq: number): Says => ({
    en: `Entry ${seq} says of itself that it stands elsewhere.`,
    es: `La entrada ${seq} dice de sí misma que está en otro lugar.`,
  }),
  column: (seq: number, column: string): Says => ({
    en: `Entry ${seq}: the column ${column} differs from what was recorded.`,
    es: `Entrada ${seq}: la columna ${column} no es la que se anotó.`,
  }),
  earlier: (seq: number): Says => ({
    en: `Entry ${seq} claims to be earlier than the entry before it.`,
    es: `La entrada ${seq} dice ser más temprana que la anterior.`,
  }),
  notTheKnown: (seq: number): Says => ({
    en: `Entry ${seq} is not the one a document or a copy outside vouches for.`,
    es: `La entrada ${seq} no es la que respalda un documento o una copia de fuera.`,
  }),
  endsBefore: (seq: number, written: number): Says => ({
    en: `The trail ends before entry ${seq}, but entry ${written} was written.`,
    es: `El registro termina antes de la entrada ${seq}, pero se escribió la entrada ${written}.`,
  }),
  notSigned: (size: number): Says => ({
    en: `The checkpoint at ${size} entries is not signed by the practice's key.`,
    es: `El punto de control de ${size} entradas no está firmado con la clave de la consulta.`,
  }),
  notTheSigned: (from: number, size: number): Says => ({
    en: `The history between entry ${from} and entry ${size - 1} is not the one that was signed at ${size} entries.`,
    es: `Lo escrito entre la entrada ${from} y la entrada ${size - 1} no es lo que se firmó con ${size} entradas.`,
  }),
  keyNotListed: (seq: number): Says => ({
    en: `Entry ${seq} names a signing key that is not in the list of keys.`,
    es: `La entrada ${seq} nombra una clave de firma que no está en la lista de claves.`,
  }),
  keyNotAnnounced: (): Says => ({
    en: "The list of keys holds a key that no entry announces.",
    es: "La lista de claves tiene una clave que ninguna entrada anuncia.",
  }),
  checkpointGone: (seq: number): Says => ({
    en: `Entry ${seq} names a signed checkpoint that is gone or was replaced.`,
    es: `La entrada ${seq} nombra un punto de control firmado que falta o se sustituyó.`,
  }),
  endsBeforeSigned: (seq: number, signed: number): Says => ({
    en: `The trail ends before entry ${seq}, but ${signed} entries were signed.`,
    es: `El registro termina antes de la entrada ${seq}, pero se firmaron ${signed} entradas.`,
  }),
  empty: (): Says => ({
    en: "The trail has no entry, not even its first one.",
    es: "El registro no tiene ninguna entrada, ni siquiera la primera.",
  }),
  beyondHead: (seq: number): Says => ({
    en: `Entry ${seq} stands beyond the end that was noted for this trail.`,
    es: `La entrada ${seq} está más allá del final que se anotó de este registro.`,
  }),
};
