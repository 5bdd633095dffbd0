import type { Parts } from "@/lib/drafts/checks/part";

/** What states that regulate care at a distance commonly want said before the first session by video. */
export const platform = {
  "mode-and-in-person": {
    en: {
      says: ["video|phone|online|screen", "in person|in my office|in the room|face to face"],
      insert: "I offer sessions by video. You can also come in person, or we talk by phone.",
    },
    es: {
      says: [
        "video|telefono|en linea|pantalla",
        "en persona|presencial|en mi consult|en la sala|cara a cara",
      ],
      insert: "Ofrezco sesiones por video. También puede venir en persona o hablamos por teléfono.",
    },
  },
  "medium-risks": {
    en: {
      says: ["doubt|risk|broken into|overhear|hack|attack|strangers|uncertain|read along|listen in"],
      insert:
        "Some doubt remains. A service can be broken into, an update can change a setting, and somebody near you may overhear.",
    },
    es: {
      says: ["duda|riesgo|ataque|ataca|oiga|oir|intrus|extrañ|extran|incert|hacke|escuch"],
      insert:
        "Queda alguna duda. Un servicio puede sufrir un ataque, una actualización puede cambiar un ajuste y alguien cerca puede oír.",
    },
  },
  "what-is-kept": {
    en: {
      says: ["keep|kept|store|note & date|data|length|record|connection|information|technical"],
      insert:
        "I note the date, the length and how we met. The service keeps technical data about the connection.",
    },
    es: {
      says: ["guard|conserv|anot|almacen & fecha|dato|duracion|registro|conexion|informacion|tecnic"],
      insert:
        "Anoto la fecha, la duración y la forma de vernos. El servicio guarda datos técnicos de la conexión.",
    },
  },
  "if-it-breaks-off": {
    en: {
      says: [
        "line|connection|picture|sound|it & break|drop|interrupt|fail|freeze|cut",
        "call|phone & you|me|back|again",
      ],
      insert:
        "The connection may drop. Then I call you at [your number for this], and we decide how to go on.",
    },
    es: {
      says: [
        "conexion|linea|imagen|llamada|se & cort|interrump|cae|fall",
        "llam|telefono & le|me|usted|volv|de nuevo",
      ],
      insert:
        "La conexión puede cortarse. Entonces le llamo al [número para este caso] y decidimos cómo seguir.",
    },
  },
  "cost-and-insurance": {
    en: {
      says: ["cost|fee|insur|pay|price|charge & same|session|video|plan|ask|cover|insurer|cost"],
      insert: "A session by video costs the same. Not every insurer pays for it, so please ask yours.",
    },
    es: {
      says: ["cuesta|costo|coste|segur|pag|precio|cobr & mismo|igual|sesion|video|plan|pregunt|cubr|cuest"],
      insert: "Una sesión por video cuesta lo mismo. No todos los seguros la pagan; pregunte al suyo.",
    },
  },
  "not-like-a-room": {
    en: {
      says: ["room|in person|face to face & differ|less|miss|see|notice|harder|not|only|other"],
      insert: "It is different from a room. I see less of you, and silence or a joke can be harder to read.",
    },
    es: {
      says: [
        "sala|en persona|presencial|cara a cara|consulta & distint|diferen|menos|perd|ver|veo|not|dificil|solo",
      ],
      insert:
        "Es distinto de estar en una sala. Veo menos de usted, y un silencio o una broma se entienden peor.",
    },
  },
  "company-and-agreement": {
    en: {
      says: ["account", "privacy agreement|agreement & company|sign|cover|practice"],
      insert:
        "I use [name of the service]. You need [no account]. The company signed a privacy agreement with this practice; I checked that on [day].",
    },
    es: {
      says: ["cuenta", "acuerdo & empresa|compañia|compania|firm|abarca|consulta|privacidad"],
      insert:
        "Uso [nombre del servicio]. Usted necesita [ninguna cuenta]. La empresa firmó un acuerdo de privacidad con esta consulta; lo comprobé el [día].",
    },
  },
  "recording-both-ways": {
    en: {
      says: ["record & only|allow|permission|question|not|yes|ask", "you|your side|ask you & record"],
      insert:
        "I record only what you allow in a separate text. I ask you not to record without my yes either.",
    },
    es: {
      says: ["grab & solo|permit|permiso|pregunta|no|si", "usted|le pido|por su parte|su lado & grab"],
      insert: "Solo grabo lo que usted permite en otro texto. Le pido que por su parte no grabe sin mi sí.",
    },
  },
  "who-is-there": {
    en: {
      says: [
        "alone|other people|somebody else|someone else|nobody else|anyone else|another person|present|with you|with me & room|there|session|tell|me|beside|near|i am|who",
      ],
      insert: "I am alone in my room during a session. Tell me if somebody else is with you.",
    },
    es: {
      says: [
        "a solas|otra persona|alguien mas|nadie mas|otras personas|presente|en privado|quien esta & sala|sesion|digame|avise|cerca|habitacion|estoy|usted",
      ],
      insert: "Durante la sesión estoy a solas en mi sala. Dígame si alguien más está con usted.",
    },
  },
  "who-i-am": {
    en: {
      says: ["licen"],
      insert:
        "I am [your name], [profession], license [number], [state]. I may work with you only where I am licensed.",
    },
    es: {
      says: ["licencia|cedula|colegiad|matricula"],
      insert:
        "Mi nombre es [su nombre], [profesión], licencia [número], [estado]. Solo puedo atenderle donde mi licencia lo permite.",
    },
  },
  "in-an-emergency": {
    en: {
      says: [
        "danger|emergency|crisis|harming yourself|urgent",
        "988|911|crisis line|emergency number|call for help",
      ],
      insert:
        "In danger, or thinking of harming yourself? Call or text 988, or call 911. Please name a person near you whom I may call.",
    },
    es: {
      says: [
        "peligro|emergencia|crisis|hacerse dano|urgen",
        "988|911|linea de crisis|numero de emergencia|pida ayuda",
      ],
      insert:
        "¿Corre peligro o piensa en hacerse daño? Llame al 988 (pulse 2) o al 911. Dígame a quién cerca de usted puedo llamar.",
    },
  },
  "where-you-are": {
    en: {
      says: [
        "where you are|where are you|your location|which state|which place|address where & each|ask|start|begin|session|tell|say",
      ],
      insert:
        "At the start of each session I ask where you are. I need it to send help, and because of my license.",
    },
    es: {
      says: [
        "donde esta|en que lugar|su ubicacion|en que estado|desde donde & cada|pregunt|inicio|comienzo|principio|empezar|sesion|diga",
      ],
      insert:
        "Al comienzo de cada sesión le pregunto dónde está. Lo necesito para enviar ayuda y por mi licencia.",
    },
  },
  "where-to-complain": {
    en: {
      says: ["complain"],
      insert:
        "If something was not right, tell me or call [phone]. You can also complain to [licensing board].",
    },
    es: {
      says: ["quej|reclam"],
      insert:
        "Si algo no estuvo bien, dígamelo o llame al [teléfono]. También puede presentar una queja ante [organismo que otorga la licencia].",
    },
  },
} satisfies Parts;
