import type { Parts } from "@/lib/drafts/checks/part";

/** The plain warning that comes before ordinary e-mail, and what it is used for. */
export const email = {
  "used-for": {
    en: {
      says: ["e-mail|email|message & appointment|arrange|schedule|bill|invoice|for|use it"],
      insert: "I would use e-mail to offer, confirm, move or cancel an appointment.",
    },
    es: {
      says: ["correo|mensaje|e-mail|email & cita|acordar|agendar|factura|para|usar"],
      insert: "Usaría el correo para proponer, confirmar, cambiar o anular una cita.",
    },
  },
  "not-used-for": {
    en: {
      says: ["not|do not|don't|no & e-mail|email|message & talk|health|clinical|session|personal|for"],
      insert: "I do not use e-mail for what we talk about. For that there is the session.",
    },
    es: {
      says: ["no & correo|mensaje|e-mail|email & habla|salud|clinic|sesion|personal|para"],
      insert: "No uso el correo para lo que hablamos. Para eso está la sesión.",
    },
  },
  "others-may-read": {
    en: {
      says: [
        "other|others|somebody|someone|people|employer|companies|stranger|anyone & read|open|see|mailbox",
      ],
      insert:
        "Others might read it: on its way, in a shared mailbox, or on a locked phone that shows a preview.",
    },
    es: {
      says: ["otra|otras|otros|alguien|persona|empresa|emplead|descon|quien & le|lea|leer|abr|ver|buzon"],
      insert:
        "Otras personas podrían leerlo: por el camino, en un buzón compartido o en un teléfono bloqueado que muestra avisos.",
    },
  },
  "copies-lie-about": {
    en: {
      says: ["backup|copies|mailbox|lie|keep|kept|stay|stored & year|place|long|backup|delete|month"],
      insert:
        "An e-mail may lie in several places for years, such as mailboxes and backups. I delete mine after [one year].",
    },
    es: {
      says: ["respaldo|copia|buzon|queda|guard|conserv & ano|sitio|lugar|tiempo|respaldo|borr|mes"],
      insert:
        "Un correo puede quedar años en varios sitios, como buzones y respaldos. Yo borro los míos después de [un año].",
    },
  },
  "what-i-do-about-it": {
    en: {
      says: [
        "i write only|i check|i ask|password|second step|privacy agreement|i keep|i call|first name|subject",
      ],
      insert:
        "I write only to the address you gave me. My own mailbox opens with a password and a second step.",
    },
    es: {
      says: [
        "solo escribo|escribo solo|compruebo|pregunto|contrasena|segundo paso|acuerdo de privacidad|nombre de pila|asunto",
      ],
      insert:
        "Solo escribo a la dirección que usted me dio. Mi propio buzón se abre con una contraseña y un segundo paso.",
    },
  },
  "not-urgent": {
    en: {
      says: ["urgent|danger|emergency|crisis|night|weekend & call|read|988|911|e-mail|phone|not|nobody"],
      insert:
        "E-mail is not for anything urgent. In danger, or thinking of harming yourself? Call or text 988, or call 911.",
    },
    es: {
      says: [
        "urgen|peligro|emergencia|crisis|noche|fin de semana & llam|lee|988|911|correo|telefono|no|nadie",
      ],
      insert:
        "El correo no es para nada urgente. ¿Corre peligro o piensa en hacerse daño? Llame al 988 (pulse 2) o al 911.",
    },
  },
  "without-email": {
    en: {
      says: ["phone|call|letter|in the session|paper & instead|no|way|way to|then|we use|other|voicemail|if"],
      insert: "There are other ways. If you say no, I call you, or we arrange it in the session.",
    },
    es: {
      says: [
        "telefono|llam|carta|en la sesion|papel & lugar|no|forma|via|entonces|usamos|otr|buzon de voz|si",
      ],
      insert: "Hay otras formas. Si dice que no, le llamo o lo acordamos en la sesión.",
    },
  },
} satisfies Parts;
