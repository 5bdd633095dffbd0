import type { Language } from "./languages";

const english = {
  title: "Check a locked copy",
  lead: "See whether a document is still as it was when the practice locked it. The file stays on this device.",
  choose: "Choose a PDF, or drop it here",
  certificates: "Certificates you trust",
  certificatesHelp:
    "Paste the practice's certificates (PEM), or choose their file. Get them from the practice itself.",
  pemFile: "Choose a certificate file",
  carries: "This page came with the practice's certificates. You may add others.",
  carriesNone:
    "This page came without certificates, so it can tell whether a file changed, but not whose it is.",
  badCertificate:
    "These certificates cannot be read. Please copy them again, with their first and last line.",
  checking: "Checking …",
  noCrypto: "This browser lacks what is needed here. Please open the page in another one.",
  unreadable: "This file could not be read. Perhaps it was moved; please choose it again.",
  failed: "The check itself failed, which says nothing about the file. Please try it in another browser.",
  integrity: "Is it unchanged?",
  identity: "Who locked it?",
  time: "When was that?",
  alteredHead: "This file is not as it was locked",
  alteredWhat: "Do not rely on what it says. Ask the practice for the copy it keeps.",
  notCompared:
    "This is what the record inside the file says. It was not compared here with the words on the pages: read those yourself, or use “document verify” of the command line, which compares them.",
  fileFingerprint: "The file's fingerprint (SHA-256)",
  certificateFingerprint: "The certificate's fingerprint (SHA-256)",
};

/** The words around the check in the page that works offline. */
export const pageWords: Record<Language, typeof english> = {
  en: english,
  es: {
    title: "Comprobar una copia protegida",
    lead: "Vea si un documento sigue igual que cuando la consulta lo protegió. El archivo no sale de este equipo.",
    choose: "Elija un PDF o suéltelo aquí",
    certificates: "Certificados en los que confía",
    certificatesHelp:
      "Pegue los certificados de la consulta (PEM) o elija su archivo. Pídalos a la propia consulta.",
    pemFile: "Elegir un archivo de certificado",
    carries: "Esta página trae los certificados de la consulta. Puede añadir otros.",
    carriesNone: "Esta página no trae certificados: dice si un archivo cambió, pero no de quién es.",
    badCertificate: "Estos certificados no se pueden leer. Cópielos de nuevo, con su primera y última línea.",
    checking: "Comprobando…",
    noCrypto: "A este navegador le falta lo necesario. Abra la página en otro.",
    unreadable: "No se pudo leer el archivo. Quizá se movió; elíjalo de nuevo, por favor.",
    failed: "Falló la comprobación misma, y eso no dice nada del archivo. Pruebe con otro navegador.",
    integrity: "¿Sigue igual?",
    identity: "¿Quién lo protegió?",
    time: "¿Cuándo fue?",
    alteredHead: "Este archivo no está como cuando se protegió",
    alteredWhat: "No confíe en lo que dice. Pida a la consulta la copia que guarda.",
    notCompared:
      "Esto es lo que dice el registro dentro del archivo. Aquí no se comparó con las palabras de las páginas: léalas usted, o use «document verify» en la línea de órdenes, que las compara.",
    fileFingerprint: "Huella del archivo (SHA-256)",
    certificateFingerprint: "Huella del certificado (SHA-256)",
  },
};
