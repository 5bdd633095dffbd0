import { harmless } from "../wording";
import type { BundleFault } from "./bundle-files";
import type { CopyFault } from "./outside";
import type { Says } from "./trail-break";

/** How an export differs from what reached its reader another way. */
export const whyDiffers = {
  keyForms: (): Says => ({
    en: "keys.json gives a key in four forms, and they are not the same key.",
    es: "keys.json da una clave en cuatro formas, y no son la misma clave.",
  }),
  olderOfAnother: (): Says => ({
    en: "The older export is of another practice.",
    es: "La exportación anterior es de otra consulta.",
  }),
  fork: (seq: number): Says => ({
    en: `Entry ${seq} is not the one in the older export: there are two histories.`,
    es: `La entrada ${seq} no es la de la exportación anterior: hay dos historias.`,
  }),
  endsBeforeOlder: (size: number): Says => ({
    en: `The trail ends before entry ${size}, which the older export has.`,
    es: `El registro termina antes de la entrada ${size}, que la exportación anterior tiene.`,
  }),
  endsBeforeCopy: (size: number, file: string, sequence: number): Says => ({
    en: `The trail ends before entry ${size}, but ${harmless(file)} names entry ${sequence}.`,
    es: `El registro termina antes de la entrada ${size}, pero ${harmless(file)} nombra la entrada ${sequence}.`,
  }),
  notTheNamed: (seq: number, file: string): Says => ({
    en: `Entry ${seq} is not the one that ${harmless(file)} names.`,
    es: `La entrada ${seq} no es la que nombra ${harmless(file)}.`,
  }),
  neverSealed: (file: string): Says => ({
    en: `No entry tells that ${harmless(file)} was sealed.`,
    es: `Ninguna entrada dice que ${harmless(file)} se haya protegido.`,
  }),
  sealedOtherwise: (seq: number, file: string): Says => ({
    en: `Entry ${seq} tells of another file than ${harmless(file)}: its SHA-256 differs.`,
    es: `La entrada ${seq} habla de otro archivo que ${harmless(file)}: su SHA-256 es distinto.`,
  }),
  endsBeforeNoted: (size: number, covered: number): Says => ({
    en: `The trail ends before entry ${size}; what you noted covers ${covered}.`,
    es: `El registro termina antes de la entrada ${size}; lo que usted anotó abarca ${covered}.`,
  }),
  notTheNoted: (covered: number): Says => ({
    en: `The first ${covered} entries are not the ones that you noted.`,
    es: `Las primeras ${covered} entradas no son las que usted anotó.`,
  }),
  notByKey: (): Says => ({
    en: "No checkpoint here is signed by the key you gave.",
    es: "Aquí ningún punto de control está firmado con la clave que usted dio.",
  }),
  tooFewWitnesses: (most: number, quorum: number): Says => ({
    en: `No checkpoint here is confirmed by ${quorum} of the witnesses you gave; the most that confirmed one is ${most}.`,
    es: `Aquí ningún punto de control está confirmado por ${quorum} de los testigos que usted dio; como mucho, uno lo está por ${most}.`,
  }),
};

/** Why files are no export, or a file vouches for nothing. */
export const whyUnfit: Record<BundleFault | CopyFault, (file: string) => Says> = {
  "bundle-file-missing": (file) => ({
    en: `This is not an exported trail: ${harmless(file)} is missing.`,
    es: `Esto no es un registro exportado: falta ${harmless(file)}.`,
  }),
  "bundle-line-ends": (file) => ({
    en: `The line ends of ${harmless(file)} were changed (CRLF), so that no fingerprint fits. Get the file anew, as it was exported.`,
    es: `En ${harmless(file)} se cambiaron los finales de línea (CRLF), y así ninguna huella corresponde. Pida de nuevo el archivo, tal como se exportó.`,
  }),
  "bundle-line-too-long": (file) => ({
    en: `A line of ${harmless(file)} is longer than any entry, or its line ends are gone. Get the file anew, as it was exported.`,
    es: `Una línea de ${harmless(file)} es más larga que cualquier entrada, o faltan sus finales de línea. Pida de nuevo el archivo, tal como se exportó.`,
  }),
  "not-a-bundle": (file) => ({
    en: `This is not an exported trail: ${harmless(file)} cannot be read.`,
    es: `Esto no es un registro exportado: ${harmless(file)} no se puede leer.`,
  }),
  "older-export-broken": (file) => ({
    en: `The older export in ${harmless(file)} does not hold itself, so it vouches for nothing.`,
    es: `La exportación anterior en ${harmless(file)} no se sostiene por sí misma, así que no respalda nada.`,
  }),
  "copy-not-intact": (file) => ({
    en: `${harmless(file)} is no unchanged copy, so it vouches for nothing.`,
    es: `${harmless(file)} no es una copia sin cambios, así que no respalda nada.`,
  }),
  "copy-of-another": (file) => ({
    en: `${harmless(file)} was locked under a certificate that the certificates.pem of this trail does not list.`,
    es: `${harmless(file)} se protegió con un certificado que no está en el certificates.pem de este registro.`,
  }),
};
