import type { Parts } from "@/lib/drafts/checks/part";

/** AI that listens is a question of its own: notice beforehand, its purpose, and a yes that can be taken back. */
export const ai = {
  "ai-is-separate": {
    en: {
      says: ["question|separate|apart|own & record|recording|another|its own"],
      insert: "This is a question of its own. A yes to recording is not a yes to this.",
    },
    es: {
      says: ["pregunta|aparte|separad|distint & grab|otra|propia|aparte"],
      insert: "Esta es una pregunta aparte. Un sí a la grabación no es un sí a esto.",
    },
  },
  "what-ai-does": {
    en: {
      says: [
        "ai|artificial intelligence|software|program|tool & transcript|summar|write|listen|notes|text",
        "so that|purpose|because|in order|what for",
      ],
      insert:
        "An AI tool listens and writes a [transcript or summary], so that I can look at you instead of at my notes.",
    },
    es: {
      says: [
        "ia|inteligencia artificial|programa|herramienta|software & transcri|resum|escrib|escuch|notas|texto",
        "para que|finalidad|porque|para|con el fin",
      ],
      insert:
        "Una herramienta de IA escucha y escribe [una transcripción o un resumen], para que yo le mire a usted y no a mis notas.",
    },
  },
  "which-service": {
    en: {
      says: ["company|service|provider & agreement|sign|privacy|runs|name"],
      insert:
        "The service is [name]. Its company signed a privacy agreement with this practice; I checked that on [day].",
    },
    es: {
      says: ["empresa|servicio|proveedor|compania & acuerdo|firm|privacidad|maneja|nombre|llama"],
      insert:
        "El servicio es [nombre]. Su empresa firmó un acuerdo de privacidad con esta consulta; lo comprobé el [día].",
    },
  },
  "where-words-go": {
    en: {
      says: [
        "sound|voice|words|transcript|text|recording|session & sent|send|travel|goes|kept|stored|leaves|server|computer|cloud|where",
      ],
      insert:
        "The sound of the session travels to the company’s computers in [country]. The text is kept in [place].",
    },
    es: {
      says: [
        "sonido|voz|palabra|transcri|texto|grabacion|sesion & envi|viaj|va|guard|almacen|sale|servidor|computadora|nube|donde",
      ],
      insert:
        "El sonido de la sesión viaja a las computadoras de la empresa en [país]. El texto se guarda en [lugar].",
    },
  },
  "words-deleted": {
    en: {
      says: ["delete|erase|kept|keep & day|week|month|year|until|after|once|\\d"],
      insert:
        "The sound is deleted after [the session]. I delete the text after [30] days, or keep it as your record.",
    },
    es: {
      says: ["borr|elimin|guard|conserv & dia|semana|mes|ano|hasta|despues|cuando|tras|\\d"],
      insert:
        "El sonido se borra después de [la sesión]. Borro el texto a los [30] días, o lo guardo en su expediente.",
    },
  },
  "used-to-train": {
    en: {
      says: ["train|improve|learn & ai|company|service|model|product|words|your|it|them"],
      insert: "May the company train its AI with your words? Its terms say [no]. I read them on [day].",
    },
    es: {
      says: ["entren|mejor|aprend & ia|empresa|servicio|modelo|producto|palabras|sus|la|lo"],
      insert:
        "¿Puede la empresa entrenar su IA con sus palabras? Sus condiciones dicen que [no]. Las leí el [día].",
    },
  },
  "ai-makes-errors": {
    en: {
      says: ["error|mistake|wrong|invent|mishear|miss & read|check|correct|ai|text|it|tool"],
      insert:
        "AI makes errors and sometimes invents things. I read each text and correct it before I use it.",
    },
    es: {
      says: ["error|equivoc|invent|falla|malentien & leo|revis|corrij|comprueb|ia|texto|herramienta"],
      insert: "La IA comete errores y a veces inventa cosas. Leo cada texto y lo corrijo antes de usarlo.",
    },
  },
  "ai-off-in-session": {
    en: {
      says: ["off|stop|pause & session|say|once|right away|at any|ask|during|switch|turn"],
      insert: "You can have it switched off during a session. Say “Please turn it off”, and I do it at once.",
    },
    es: {
      says: ["apag|deten|par|desactiv|paus & sesion|diga|momento|enseguida|durante"],
      insert:
        "Puede pedir que se apague durante una sesión. Diga «Apáguela, por favor» y lo hago en el momento.",
    },
  },
} satisfies Parts;
