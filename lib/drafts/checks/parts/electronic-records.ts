import type { Parts } from "@/lib/drafts/checks/part";

/** 15 USC 7001(c)(1)(B) and (C)(i): the seven things to say before something the law wants in writing goes out on a screen. */
export const electronicRecords = {
  "paper-instead": {
    en: {
      says: ["paper & can|may|choose|prefer|instead|option|wish"],
      insert:
        "You can have each of these texts on paper instead, from the start. I print it and charge nothing.",
    },
    es: {
      says: ["papel & pued|prefier|elegir|elija|opcion|en lugar|en vez|desea"],
      insert:
        "Puede recibir cada uno de estos textos en papel, desde el principio. Lo imprimo sin cobrarle nada.",
    },
  },
  "taking-back-costs": {
    en: {
      says: [
        "take & back|withdraw|change your mind",
        "fee|cost|charge|free",
        "condition|consequence|from then|then you get|after that",
      ],
      insert:
        "You may take this yes back. There is no fee and no condition. From then on, new texts reach you on paper, which may take some days longer.",
    },
    es: {
      says: [
        "sin efecto|retirar|retire|cambiar de opinion",
        "cost|precio|cobr|gratis|gratuit",
        "condicion|consecuencia|desde entonces|a partir|desde ese",
      ],
      insert:
        "Puede retirar este sí. No hay costo ni condición. Desde entonces los textos nuevos le llegan en papel, lo que puede tardar unos días más.",
    },
  },
  "what-it-covers": {
    en: {
      says: ["cover|applies to|apply to|is for & text|cop|document|notice|this|these|form"],
      insert:
        "Your yes covers the texts I must give you in writing, your signed copies, and confirmations of what you took back. It does not cover bills.",
    },
    es: {
      says: ["abarca|cubre|vale para|se aplica|incluye & texto|copia|document|aviso|est"],
      insert:
        "Su sí abarca los textos que debo darle por escrito, sus copias firmadas y la confirmación de lo que retire. No abarca facturas.",
    },
  },
  "how-to-take-back": {
    en: {
      says: ["withdraw|take & back|press|tell me|call|write & withdraw|take|press|tell me|call|write"],
      insert: "To take it back, press “Withdraw” beside this answer, tell me in a session, or call [phone].",
    },
    es: {
      says: ["retirar|retire|sin efecto & pulse|diga|llam|escrib"],
      insert:
        "Para retirarlo, pulse «Retirar» junto a esta respuesta, dígamelo en una sesión o llame al [teléfono].",
    },
  },
  "new-address": {
    en: {
      says: ["address|e-mail|email|mailbox|contact|phone number & change|new|update|correct"],
      insert:
        "If your e-mail address changes, tell me in a session or call [phone]. I check a new address before I use it.",
    },
    es: {
      says: ["direccion|correo|buzon|contacto|numero & cambi|nuev|actualiz|corrig|correg"],
      insert:
        "Si cambia su dirección de correo, dígamelo en una sesión o llame al [teléfono]. Compruebo una dirección nueva antes de usarla.",
    },
  },
  "paper-later": {
    en: {
      says: [
        "paper|print & later|still|afterwards|anything you signed|signed & ask|request|call|cop",
        "fee|cost|charge|free",
      ],
      insert:
        "You can still ask for a paper copy later, of anything you signed. Call or tell me. I charge nothing for it.",
    },
    es: {
      says: [
        "papel|impres|imprim & mas tarde|despues|mas adelante|firm|luego & ped|pid|llam|copia",
        "cost|precio|cobr|gratis|gratuit",
      ],
      insert:
        "También más tarde puede pedir una copia en papel de lo que firmó. Llámeme o dígamelo. No le cobro nada por ella.",
    },
  },
  "what-you-need": {
    en: {
      says: [
        "browser|phone|tablet|computer|device",
        "pdf|program|app & open|show|read|see|display",
        "keep|save|store|print & space|printer|file|cop|megabyte|memory|it",
      ],
      insert:
        "To read and answer you need a phone, tablet or computer with a current browser. To open your signed copy you need a program that shows PDF files. To keep it you need some free space or a printer.",
    },
    es: {
      says: [
        "navegador|telefono|tableta|computadora|ordenador|dispositivo",
        "pdf|programa|aplicacion & abr|muestr|ver|lea|leer",
        "guard|conserv|imprim & espacio|impresora|archivo|copia|memoria|la|lo",
      ],
      insert:
        "Para leer y responder necesita un teléfono, una tableta o una computadora con un navegador actual. Para abrir su copia firmada necesita un programa que muestre archivos PDF. Para guardarla necesita algo de espacio libre o una impresora.",
    },
  },
} satisfies Parts;
