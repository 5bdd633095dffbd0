import type { Parts } from "@/lib/drafts/checks/part";

/** What somebody should know before a copy of their session reaches them. */
export const videoSharing = {
  "how-it-reaches-you": {
    en: {
      says: ["folder|stick|drive|link|handed|hand it & copy|video|file|place|put|give|one"],
      insert: "I place one video in a folder for you. You copy it to a place of your own.",
    },
    es: {
      says: ["carpeta|memoria|disco|enlace|mano & copi|video|archivo|pongo|dejo|doy|entreg"],
      insert: "Pongo un video en una carpeta para usted. Usted lo copia en un lugar propio.",
    },
  },
  "who-can-open": {
    en: {
      says: ["only|who|account|access|administrator|anyone & open|see|account|access|look"],
      insert:
        "Only your account and mine are let into the folder. People with access to either account could open it too.",
    },
    es: {
      says: ["solo|quien|cuenta|acceso|administr & abr|ver|veo|ven|cuenta|acceso|entr"],
      insert:
        "En la carpeta solo entran su cuenta y la mía. Quien tenga acceso a una de ellas también podría abrirla.",
    },
  },
  "how-long-there": {
    en: {
      says: ["delete|remove|there|folder & day|hour|week|after|until"],
      insert: "I delete the video from the folder after [three] days, and look whether it is gone.",
    },
    es: {
      says: ["borr|elimin|quit|carpeta & dia|hora|semana|despues|hasta"],
      insert: "Borro el video de la carpeta a los [tres] días y miro si ya no está.",
    },
  },
  "what-may-remain": {
    en: {
      says: [
        "remain|restore|trash|trace|still|left|downloads|takes time|backup & copy|file|delet|cloud|days|folder|service|data|computer",
      ],
      insert:
        "A deleted file can remain in the cloud’s trash for some time. Your computer may keep a copy in its downloads.",
    },
    es: {
      says: [
        "queda|restaur|papelera|rastro|todavia|aun|descargas|tarda|respaldo & copia|archivo|borr|nube|dias|carpeta|servicio|dato|computadora",
      ],
      insert:
        "Un archivo borrado puede quedar un tiempo en la papelera de la nube. Su computadora puede guardar una copia en las descargas.",
    },
  },
  "yours-from-then": {
    en: {
      says: ["yours|your hands|you decide|your copy|up to you & you|who|see|no way|back"],
      insert: "A copy in your hands is yours. You decide who sees it, and I have no way to call it back.",
    },
    es: {
      says: ["suya|suyo|sus manos|usted decide|su copia|lo decide & usted|quien|ve|recuper|forma"],
      insert:
        "La copia que usted tiene es suya. Usted decide quién la ve, y yo no tengo forma de recuperarla.",
    },
  },
  "keeping-it-safe": {
    en: {
      says: [
        "encrypt|password|two-step|downloads & stick|drive|use|keep|choose|place|turn|empty|copy|account",
      ],
      insert:
        "I suggest a stick with encryption and a password you use nowhere else. Ask me, and we set it up together.",
    },
    es: {
      says: [
        "cifrad|encript|contrasena|dos pasos|descargas & memoria|disco|us|guard|elij|activ|vaci|copi|cuenta",
      ],
      insert:
        "Le sugiero una memoria con cifrado y una contraseña que no use en otro sitio. Pregúnteme y la preparamos juntos.",
    },
  },
  "other-ways-to-get-it": {
    en: {
      says: ["other way|another way|instead|different way|together|by hand|in my office|no copy"],
      insert:
        "There are other ways: I hand it to you in my office, we watch it together, or you have no copy.",
    },
    es: {
      says: [
        "otra forma|otras formas|otra via|otras vias|otra manera|en lugar|en vez|en mano|en mi consulta|sin copia|ninguna copia",
      ],
      insert: "Hay otras formas: se la entrego en mi consulta, la vemos en una sesión, o se queda sin copia.",
    },
  },
  "somebody-elses-video": {
    en: {
      says: [
        "not meant for you|somebody else's|someone else's|wrong video|wrong folder & open|call|tell|folder|delete|let me know",
      ],
      insert: "If something in the folder is not meant for you, please do not open it, and call [phone].",
    },
    es: {
      says: ["no es para usted|no sea para usted|otra persona|equivocad & abr|llam|diga|carpeta|borr|avis"],
      insert: "Si algo en la carpeta no es para usted, no lo abra, por favor, y llame al [teléfono].",
    },
  },
} satisfies Parts;
