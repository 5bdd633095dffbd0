import type { Parts } from "@/lib/drafts/checks/part";

/** 45 CFR 164.520(b): the rest of what people may ask for, the practice's duties, complaints, contact and date. */
export const privacyDuties = {
  "right-to-a-list": {
    en: {
      says: ["list|accounting & share|told|disclos|gave|six years|with whom"],
      insert:
        "You can ask for a list of those I shared your information with in the last six years. Some cases, such as treatment and payment, are not on it.",
    },
    es: {
      says: ["lista|relacion|informe & compart|con quien|divulg|seis anos"],
      insert:
        "Puede pedir una lista de con quién compartí su información en los últimos seis años. Algunos casos, como el tratamiento y el pago, no figuran en ella.",
    },
  },
  "notice-on-paper": {
    en: {
      says: ["notice|text & paper|print"],
      insert: "You can have this notice on paper, even if you received it on a screen.",
    },
    es: {
      says: ["aviso|texto & papel|impres"],
      insert: "Puede recibir este aviso en papel, aunque lo haya leído en una pantalla.",
    },
  },
  "drug-programs": {
    en: {
      says: ["alcohol|drug|substance & record|program|protect|treat"],
      insert:
        "About records from programs that treat alcohol or drug use: [say that you hold none, or how they are protected].",
    },
    es: {
      says: ["alcohol|droga|sustancia & expediente|registro|programa|proteg|protec|trat"],
      insert:
        "Sobre expedientes de programas que tratan el consumo de alcohol o drogas: [diga que no tiene ninguno o cómo se protegen].",
    },
  },
  "duty-to-tell": {
    en: {
      says: ["tell|notify|inform|hear|let you know & happened|breach|risk|wrong|without delay"],
      insert:
        "I have to keep your information private. If something puts it at risk, I tell you without delay.",
    },
    es: {
      says: ["aviso|avis|inform|dire|digo|notific|comuni & riesgo|paso|ocurr|sin demora|brecha|incidente"],
      insert: "Debo mantener su información en privado. Si algo la pone en riesgo, le aviso sin demora.",
    },
  },
  "duty-to-follow": {
    en: {
      says: ["follow|keep to|abide & notice|text|it|this", "change & notice|text|it|new"],
      insert:
        "I have to follow this notice. I may change it, also for information I already have, and I give you the new one.",
    },
    es: {
      says: ["cumpl|respet|segu|atener & aviso|texto|lo", "cambi|modific & aviso|texto|lo|nuev"],
      insert:
        "Debo cumplir este aviso. Puedo cambiarlo, también para la información que ya tengo, y le doy el nuevo.",
    },
  },
  "privacy-complaint": {
    en: {
      says: [
        "complain",
        "health and human services|office for civil rights|hhs",
        "complain|hold|retaliat|against & not|no|same|against",
      ],
      insert:
        "You can complain to me, or to the U.S. Department of Health and Human Services, Office for Civil Rights. I do not hold a complaint against you.",
    },
    es: {
      says: [
        "quej|reclam|denunci",
        "salud y servicios humanos|derechos civiles|hhs",
        "quej|reclam|represali|denunci & no|sin|igual",
      ],
      insert:
        "Puede presentar una queja ante mí o ante el Departamento de Salud y Servicios Humanos de EE. UU., Oficina de Derechos Civiles. Una queja no cambia cómo le trato.",
    },
  },
  "privacy-contact": {
    en: {
      says: ["question|ask|contact|whom|privacy & phone|call|[(\\[\\d]"],
      insert: "Questions about privacy? Ask [your name], [practice], [phone].",
    },
    es: {
      says: ["pregunt|consult|contact|duda|privacidad & telefono|llam|[(\\[\\d]"],
      insert: "¿Preguntas sobre privacidad? Puede preguntar a [su nombre], [consulta], [teléfono].",
    },
  },
  "from-when": {
    en: {
      says: ["applies|apply|effective|valid|in force & from|date|since|\\d|on"],
      insert: "This notice applies from the date shown with its title.",
    },
    es: {
      says: ["rige|vigen|vale|aplica|vigor|efectiv & desde|fecha|partir|\\d"],
      insert: "Este aviso rige desde la fecha que figura junto a su título.",
    },
  },
} satisfies Parts;
