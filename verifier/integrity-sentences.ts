import type { Language } from "./languages";
import type { Sentence } from "./sentence";
import type { IntegrityCode } from "./verdict";

/** What can be said about whether a file is unchanged. */
export const integritySentences: Record<IntegrityCode, Record<Language, Sentence>> = {
  intact: {
    en: {
      says: "Nothing in this file has changed since it was locked.",
      doesNotProve: "This does not show that what it says is true, only that it stayed the same.",
    },
    es: {
      says: "Nada ha cambiado en este archivo desde que se protegió.",
      doesNotProve: "Esto no demuestra que lo que dice sea cierto, solo que sigue igual.",
    },
  },
  "intact.except-stamp": {
    en: {
      says: "Apart from a time stamp, nothing in this file has changed since it was locked.",
      doesNotProve:
        "Older copies do not protect their time stamp: it could be taken out, put in or exchanged. This does not show that what the file says is true.",
    },
    es: {
      says: "Aparte de un sello de tiempo, nada ha cambiado en este archivo desde que se protegió.",
      doesNotProve:
        "Las copias antiguas no protegen su sello de tiempo: se podía quitar, poner o cambiar. Esto no demuestra que lo que dice el archivo sea cierto.",
    },
  },
  "altered.byte-changed": {
    en: {
      says: "Something in this file was changed after it was locked.",
      doesNotProve: "This does not show who changed it, or why; a damaged download looks the same.",
    },
    es: {
      says: "Algo cambió en este archivo después de protegerlo.",
      doesNotProve: "Esto no demuestra quién lo cambió ni por qué; una descarga dañada se ve igual.",
    },
  },
  "altered.bytes-appended": {
    en: {
      says: "Something was added behind the end of the locked copy.",
      doesNotProve: "This does not show bad intent; some programs add to a file when they save it.",
    },
    es: {
      says: "Se añadió algo detrás del final de la copia protegida.",
      doesNotProve: "Esto no demuestra mala intención; algunos programas añaden datos al guardar.",
    },
  },
  "altered.bytes-before": {
    en: {
      says: "Something was put before the beginning of the locked copy.",
      doesNotProve: "This does not show bad intent; some programs add an empty line when they save a file.",
    },
    es: {
      says: "Se puso algo delante del principio de la copia protegida.",
      doesNotProve: "Esto no demuestra mala intención; algunos programas añaden una línea vacía al guardar.",
    },
  },
  "altered.second-revision": {
    en: {
      says: "A later version was saved on top of the locked one; what you see may differ.",
      doesNotProve: "This does not show who saved it, or that anything you can see was changed.",
    },
    es: {
      says: "Se guardó otra versión encima de la protegida; lo que usted ve puede ser distinto.",
      doesNotProve: "Esto no demuestra quién la guardó ni que haya cambiado algo visible.",
    },
  },
  "altered.second-signature": {
    en: {
      says: "This file carries more than one signature; our locked copies carry one.",
      doesNotProve:
        "This does not show that the other signature is false, only that we did not put it there.",
    },
    es: {
      says: "Este archivo lleva más de una firma; nuestras copias protegidas llevan una.",
      doesNotProve: "Esto no demuestra que la otra firma sea falsa, solo que no la pusimos aquí.",
    },
  },
  "altered.wrong-range": {
    en: {
      says: "The lock does not cover the whole file, so part of it is unprotected.",
      doesNotProve: "This does not show which part was touched, or by whom.",
    },
    es: {
      says: "La protección no abarca todo el archivo; una parte está sin proteger.",
      doesNotProve: "Esto no demuestra qué parte se tocó ni quién lo hizo.",
    },
  },
  "altered.padding-filled": {
    en: {
      says: "Something was put into the empty space beside the lock.",
      doesNotProve: "This does not show that the visible pages were changed.",
    },
    es: {
      says: "Se puso algo en el espacio vacío junto a la protección.",
      doesNotProve: "Esto no demuestra que hayan cambiado las páginas visibles.",
    },
  },
  "altered.hidden-content": {
    en: {
      says: "The file holds parts our locked copies do not have: forms, layers, scripts or attachments.",
      doesNotProve: "This does not show what those parts do, or who put them there.",
    },
    es: {
      says: "El archivo contiene partes que nuestras copias no tienen: formularios, capas, programas o adjuntos.",
      doesNotProve: "Esto no demuestra qué hacen esas partes ni quién las puso.",
    },
  },
  "altered.wrong-shape": {
    en: {
      says: "The file is not built the way our locked copies are.",
      doesNotProve: "It may come from another program; this does not show that it is false.",
    },
    es: {
      says: "El archivo no está hecho como nuestras copias protegidas.",
      doesNotProve: "Puede venir de otro programa; esto no demuestra que sea falso.",
    },
  },
  "altered.broken-seal": {
    en: {
      says: "The lock itself is damaged or does not belong to this file.",
      doesNotProve: "This does not show whether the pages were changed.",
    },
    es: {
      says: "La protección misma está dañada o no corresponde a este archivo.",
      doesNotProve: "Esto no demuestra si cambiaron las páginas.",
    },
  },
  "altered.broken-timestamp": {
    en: {
      says: "The time stamp inside the lock is damaged, or is not the one the practice put there.",
      doesNotProve: "This does not show whether the pages were changed.",
    },
    es: {
      says: "El sello de tiempo de la protección está dañado o no es el que puso la consulta.",
      doesNotProve: "Esto no demuestra si cambiaron las páginas.",
    },
  },
  "altered.stamp-missing": {
    en: {
      says: "This file was locked with a time stamp, and the stamp is missing.",
      doesNotProve: "This does not show who took it out, or that the pages were changed.",
    },
    es: {
      says: "Este archivo se protegió con un sello de tiempo, y el sello falta.",
      doesNotProve: "Esto no demuestra quién lo quitó ni que hayan cambiado las páginas.",
    },
  },
  "altered.stamp-added": {
    en: {
      says: "This file was locked without a time stamp, and one was put in later.",
      doesNotProve: "This does not show who put it in, or that the pages were changed.",
    },
    es: {
      says: "Este archivo se protegió sin sello de tiempo, y después se le puso uno.",
      doesNotProve: "Esto no demuestra quién lo puso ni que hayan cambiado las páginas.",
    },
  },
  "not-checkable.not-a-pdf": {
    en: {
      says: "This is not a PDF file, so there is nothing here to check.",
      doesNotProve: "This says nothing about what the file contains.",
    },
    es: {
      says: "No es un archivo PDF; aquí no hay nada que comprobar.",
      doesNotProve: "Esto no dice nada sobre el contenido del archivo.",
    },
  },
  "not-checkable.too-large": {
    en: {
      says: "This file is larger than 20 MB; our locked copies are far smaller.",
      doesNotProve: "It was not looked into, so this says nothing about what it contains.",
    },
    es: {
      says: "Este archivo ocupa más de 20 MB; nuestras copias protegidas son mucho más pequeñas.",
      doesNotProve: "No se miró por dentro; esto no dice nada sobre su contenido.",
    },
  },
  "not-checkable.encrypted": {
    en: {
      says: "This PDF is protected by a password; our locked copies are not.",
      doesNotProve: "Someone may have added the password later; this does not show that the text is false.",
    },
    es: {
      says: "Este PDF tiene contraseña; nuestras copias protegidas no la tienen.",
      doesNotProve: "Quizá alguien la puso después; esto no demuestra que el texto sea falso.",
    },
  },
  "not-checkable.no-signature": {
    en: {
      says: "This PDF carries no lock, so changes to it would not show.",
      doesNotProve: "It may be printed or saved anew from a real one; this does not show that it is false.",
    },
    es: {
      says: "Este PDF no lleva protección; sus cambios no se notarían.",
      doesNotProve: "Puede ser una copia guardada de nuevo; esto no demuestra que sea falso.",
    },
  },
  "not-checkable.truncated": {
    en: {
      says: "The end of this file is missing. Please get it once more.",
      doesNotProve: "Often a download stopped early; this does not show that anyone changed it.",
    },
    es: {
      says: "Falta el final de este archivo. Por favor, consígalo de nuevo.",
      doesNotProve: "A menudo se cortó la descarga; esto no demuestra que alguien lo cambiara.",
    },
  },
};
