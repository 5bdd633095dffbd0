import type { Parts } from "@/lib/drafts/checks/part";

/** What a permission to record says: purposes, eyes, places, ends, and what happens when it goes wrong. */
export const recording = {
  "recording-purpose": {
    en: {
      says: [
        "recording|record|session|what for & so that|because|purpose|what for|shows me|help|to see|learn",
      ],
      insert:
        "I would record a session so that I can see what I missed in the moment. Each use is a question of its own.",
    },
    es: {
      says: ["grab|sesion|para que & para|porque|finalidad|muestra|ayud"],
      insert:
        "Grabaría una sesión para ver lo que se me escapó en el momento. Cada uso es una pregunta aparte.",
    },
  },
  "picture-and-sound": {
    en: {
      says: ["picture|video|image|see you & sound|audio|voice|hear you"],
      insert: "A recording is picture and sound, from when I press record until I stop.",
    },
    es: {
      says: ["imagen|video|verle|verian & sonido|audio|voz|oir"],
      insert: "Una grabación es imagen y sonido, desde que pulso grabar hasta que la detengo.",
    },
  },
  "who-watches": {
    en: {
      says: ["who sees|only i|only me|see it|watch|shown to|view"],
      insert:
        "Each use says who sees the recording, how many people, and whether they belong to this practice.",
    },
    es: {
      says: ["quien la ve|quien lo ve|solo yo|la ven|la veo|ver la|se muestra|quien ve|vean"],
      insert: "Cada uso dice quién ve la grabación, cuántas personas son y si pertenecen a esta consulta.",
    },
  },
  "place-and-encryption": {
    en: {
      says: ["drive|disk|folder|computer|stored|kept|cloud|server|office|laptop", "encrypt|password"],
      insert: "The file is kept on [an encrypted drive in my office]. I checked the encryption on [day].",
    },
    es: {
      says: [
        "disco|carpeta|computadora|ordenador|guard|nube|servidor|consulta|consultorio",
        "cifrad|encript|contrasena",
      ],
      insert: "El archivo se guarda en [un disco cifrado de mi consulta]. Comprobé el cifrado el [día].",
    },
  },
  "recording-deleted": {
    en: {
      says: ["delete|erase|kept|keep|destroy & day|week|month|year|until|after|\\d"],
      insert:
        "I delete my file [90] days after the session and note the day. Special tools might still find traces.",
    },
    es: {
      says: ["borr|elimin|conserv|guard|destru & dia|semana|mes|ano|hasta|despues|\\d"],
      insert:
        "Borro mi archivo [90] días después de la sesión y anoto el día. Con herramientas especiales quizá aún se hallen rastros.",
    },
  },
  "how-it-is-shown": {
    en: {
      says: [
        "show|share|send|screen|hand|file|copy|copies & screen|folder|file|copy|link|hand|stick|nobody|no one|outside|you",
      ],
      insert: "Where others may see it, I show it on my own screen. They get no file from me.",
    },
    es: {
      says: [
        "muestr|mostr|compart|enseñ|ensen|envi|entreg & pantalla|carpeta|archivo|copia|enlace|mano|memoria|nadie|fuera|usted",
      ],
      insert:
        "Si otras personas pueden verla, la muestro en mi propia pantalla. No reciben de mí ningún archivo.",
    },
  },
  "stop-in-session": {
    en: {
      says: ["stop & session|recording|say|once|right away|during|middle|at any"],
      insert: "You can stop it during a session. Say “Please stop recording”, and I stop at once.",
    },
    es: {
      says: ["deten|deteng|par|dej|interrump & sesion|grab|diga|momento|enseguida|durante|mitad"],
      insert:
        "Puede detenerla durante una sesión. Diga «Por favor, deje de grabar» y la detengo en el momento.",
    },
  },
  "earlier-recordings": {
    en: {
      says: [
        "stored|already|earlier|existing|remain|seen|copies|exist & ask|wish|decide|becomes|happens|stays|list|delete|choose",
      ],
      insert:
        "If you take it back, nothing more is recorded. What was already seen stays seen. I ask you what you wish for what is stored.",
    },
    es: {
      says: [
        "guardad|ya|anterior|existent|queda|vist|copias & pregunt|desea|decid|pasa|sigue|list|borr|quier|elij",
      ],
      insert:
        "Si lo retira, no se graba nada más. Lo que ya se vio, visto está. Le pregunto qué desea para lo que está guardado.",
    },
  },
  "recorded-by-mistake": {
    en: {
      says: [
        "mistake|accident|without your permission|wrong button|by habit",
        "tell you|let you know|hear from",
      ],
      insert:
        "If I record by mistake, I stop, delete each copy I can find, and tell you within one working day.",
    },
    es: {
      says: ["error|sin querer|equivoc|accident|sin su permiso", "aviso|digo|dire|cuento|le inform|avisar"],
      insert:
        "Si grabo por error, detengo la grabación, borro cada copia que encuentre y se lo digo en un día hábil.",
    },
  },
  "part-of-record": {
    en: {
      says: [
        "health record|your record|medical record|working material|my notes|my files|chart & recording|part|keep|kept|treat|material|not settled|apart",
      ],
      insert:
        "Whether a recording is part of your health record is not settled. I keep it as working material, apart from my notes.",
    },
    es: {
      says: [
        "expediente|historia clinica|historial|material de trabajo|mis notas & grab|parte|guard|trat|material|aparte",
      ],
      insert:
        "No está aclarado si una grabación es parte de su expediente. La guardo como material de trabajo, aparte de mis notas.",
    },
  },
  "everybody-agrees": {
    en: {
      says: ["each|every|everybody|everyone|all|other people|others & yes|agree|permission|asked|say so"],
      insert: "If other people take part in a session, each of them has to say yes too.",
    },
    es: {
      says: ["cada|todas|todos|otras personas|demas & si|acuerdo|permiso|acept|pregunt"],
      insert: "Si otras personas participan en una sesión, cada una tiene que decir que sí también.",
    },
  },
} satisfies Parts;
