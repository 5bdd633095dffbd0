import type { Parts } from "@/lib/drafts/checks/part";

/** What is different at another place to meet, point by point, as known on a stated day. */
export const tradeOff = {
  "call-quality": {
    en: {
      says: [
        "picture|sound|quality|image|line & better|worse|same|experience|hold|drop|good|clear|less|none",
      ],
      insert:
        "Picture and sound: [better, the same or worse] there, in my experience. That is an opinion, not a measurement.",
    },
    es: {
      says: ["imagen|sonido|calidad|linea & mejor|peor|igual|experiencia|cort|buen|clar|menos|ningun"],
      insert:
        "Imagen y sonido: allí son [mejores, iguales o peores], según mi experiencia. Es una opinión, no una medición.",
    },
  },
  "how-easy": {
    en: {
      says: ["easy|easier|harder|simple|install|browser|link|step|app"],
      insert:
        "How easy it is: you join [from a browser, with a link]. The first time may take a few minutes more.",
    },
    es: {
      says: ["facil|dificil|sencill|instal|navegador|enlace|paso|aplicacion"],
      insert:
        "Qué tan fácil es: usted entra [desde un navegador, con un enlace]. La primera vez puede llevar unos minutos más.",
    },
  },
  "account-there": {
    en: {
      says: ["account"],
      insert:
        "An account: you need [none]. If you use one of your own, the company knows that you were there.",
    },
    es: {
      says: ["cuenta"],
      insert: "Una cuenta: necesita [ninguna]. Si usa una propia, la empresa sabe que usted estuvo allí.",
    },
  },
  "recording-there": {
    en: {
      says: ["record & there|possible|service|not|cloud|only|able"],
      insert: "Recording: there it is [not possible]. I checked that on [day].",
    },
    es: {
      says: ["grab & alli|alla|posible|servicio|no|nube|solo|pued"],
      insert: "La grabación: allí [no es posible]. Lo comprobé el [día].",
    },
  },
  "who-holds-the-keys": {
    en: {
      says: ["encrypt|key & end|key|device|company|hold|travel|service"],
      insert:
        "Encryption: picture and sound travel encrypted. The keys are held by [the company, or our own devices].",
    },
    es: {
      says: ["cifrad|encript|clave|llave & extremo|clave|llave|dispositivo|empresa|viaj|servicio"],
      insert:
        "El cifrado: imagen y sonido viajan cifrados. Las claves las tiene [la empresa o nuestros propios dispositivos].",
    },
  },
  "agreement-there": {
    en: {
      says: ["agreement & privacy|company|sign|practice"],
      insert: "The company: it [signed] a privacy agreement with this practice. I checked that on [day].",
    },
    es: {
      says: ["acuerdo & privacidad|empresa|firm|consulta"],
      insert: "La empresa: [firmó] un acuerdo de privacidad con esta consulta. Lo comprobé el [día].",
    },
  },
  "earlier-permission-rests": {
    en: {
      says: ["permission|yes|answer & record|recording & rest|pause|count|again|lost|keep|still|stay|change"],
      insert:
        "Your earlier answer about recording is not lost. A yes is paused while we meet where recording is not possible.",
    },
    es: {
      says: ["permiso|si|respuesta & grab & descans|pausa|vale|de nuevo|pierde|sigue|cambia|suspen"],
      insert:
        "Su respuesta sobre la grabación no se pierde. Un sí queda en pausa mientras nos veamos donde no se puede grabar.",
    },
  },
  "way-back": {
    en: {
      says: ["go back|return|change back|switch back|back to|change it again|review|look at it again"],
      insert: "Either of us can go back to the earlier way. We look at it again on [day].",
    },
    es: {
      says: ["volver|regres|cambiar de nuevo|revis"],
      insert: "Cualquiera de las dos partes puede volver a la forma anterior. Lo revisamos el [día].",
    },
  },
} satisfies Parts;
