import type { Promised } from "./promises-english";

const checked = "Diga qué hizo y cuándo miró por última vez: «Lo comprobé el [día]».";
const wholly =
  "(?:totalmente|completamente|plenamente|absolutamente|perfectamente|enteramente|siempre|100 ?%|cien por cien(?:to)?)";

export const promisedInSpanish: readonly Promised[] = [
  {
    words:
      /(?<!\p{L})no (?:puede|podria|podra) (?:ocurrir|suceder|pasar|fallar|filtrarse|perderse|salir mal)(?!\p{L})/gu,
    proposal: "Podría ocurrir. Diga qué hace para que sea raro y qué hace si ocurre.",
  },
  {
    words:
      /(?<!\p{L})no (?:se )?(?:puede|pueden|podra|podran)(?: ser)? (?:ver|leer|oir|abrir|copiar|interceptar|recuperar|restaurar|rastrear|robar|perder|vist[oa]s?|leid[oa]s?|robad[oa]s?|hackead[oa]s?|hackear)(?:se)?(?!\p{L})/gu,
    proposal: "Diga quién entra y qué lo protege: «Solo [quién] tiene la contraseña. Lo comprobé el [día]».",
  },
  {
    words: /(?<!\p{L})no (?:volvera a (?:ocurrir|suceder|pasar)|ocurrira|sucedera|pasara)(?!\p{L})/gu,
    proposal: "Diga qué cambió para que sea menos probable, y que le avisa si ocurre.",
  },
  {
    words:
      /(?<!(?:si|casi) )(?<!\p{L})(?:nunca|jamas)(?! (?:ha|he|hemos|han|habia|antes)(?!\p{L}))(?!\p{L})/gu,
    proposal: "Diga qué no hace y que avisa si ocurre: «No …; si ocurre por error, se lo digo».",
  },
  {
    words: /(?<!\p{L})garanti(?:a|as|zo|za|zan|zo|zamos|zad[oa]s?|zar)(?!\p{L})/gu,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words:
      /(?<![\p{L}\d])(?:100 ?%|(?:100|cien) por (?:cien|ciento))(?! (?:del|de la|de mi) (?:precio|cost|tarifa))/gu,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words:
      /(?<!\p{L})(?:para siempre|permanentemente|de (?:forma|manera) (?:permanente|definitiva|irreversible)|definitivamente|irreversiblemente)(?!\p{L})/gu,
    proposal: "«Lo borro y miro si ya no está. Con herramientas especiales quizá aún se hallen rastros».",
  },
  {
    words: new RegExp(
      `(?<![\\p{L}\\d])${wholly} (?:segur|privad|confidencial|anonim|protegid|cifrad|borrad|eliminad|fiable)[\\p{L}]*`,
      "gu",
    ),
    unlessDenied: true,
    proposal: checked,
  },
  {
    words:
      /(?<!\p{L})(?:(?:total|completa|plena|absoluta|perfecta) (?:seguridad|privacidad|confidencialidad|proteccion)|(?:seguridad|privacidad|confidencialidad|proteccion) (?:total|completa|plena|absoluta|perfecta))(?!\p{L})/gu,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words:
      /(?<!\p{L})(?:es|son|esta|estan|queda|quedan|sigue|siguen) (?:a salvo|segur[oa]s?)(?! que| de que)(?!\p{L})/gu,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words:
      /(?<!\p{L})nadie(?: mas)? (?:puede|podra|podria) (?:ver|leer|oir|abrir|acceder|entrar|encontrar|interceptar|hackear|grabar|escuchar|saber)(?:l[oae]s?)?(?!\p{L})/gu,
    proposal: "Diga quién puede: «Solo yo tengo la contraseña». Después diga qué podría salir mal.",
  },
  {
    words: /(?<!\p{L})imposibles?(?!\p{L})/gu,
    unlessDenied: true,
    proposal: "«No conozco ninguna forma. Si me entero de alguna, se lo digo».",
  },
  {
    words:
      /(?<!\p{L})(?:sin(?: ningun)?|ningun|cero) riesgos?(?!\p{L})|(?<!\p{L})libre de riesgos?(?!\p{L})/gu,
    proposal: "«Queda algún riesgo: …». Después diga cuál.",
  },
  {
    words:
      /(?<!\p{L})(?:inviolable|infalible|inhackeable|a prueba de (?:fallos|ataques|intrusos))s?(?!\p{L})/gu,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words: /(?<!\p{L})(?:bajo|en) ningun(?:a)? (?:circunstancia|concepto|caso|momento)(?!\p{L})/gu,
    proposal: "Nombre las excepciones que hay, como la ley o una orden judicial.",
  },
];
