import { advice, type Promised, replacement } from "./promises-english";

const checked = advice("Diga qué hizo y cuándo miró por última vez: «Lo comprobé el [día]».");
const notWholly = replacement("Nada es completamente seguro ni privado; algún riesgo queda.");
const mayHappen = replacement("Podría ocurrir. Si ocurre, se lo digo.");
const wholly =
  "(?:totalmente|completamente|plenamente|absolutamente|perfectamente|enteramente|siempre|100 ?%|cien por cien(?:to)?)";

export const promisedInSpanish: readonly Promised[] = [
  {
    words:
      /(?<!\p{L})no (?:puede|podria|podra) (?:ocurrir|suceder|pasar|fallar|filtrarse|perderse|salir mal)(?!\p{L})/gu,
    remedy: mayHappen,
  },
  {
    words:
      /(?<!\p{L})no (?:se )?(?:puede|pueden|podra|podran)(?: ser)? (?:ver|leer|oir|abrir|copiar|interceptar|recuperar|restaurar|rastrear|robar|perder|vist[oa]s?|leid[oa]s?|robad[oa]s?|hackead[oa]s?|hackear)(?:se)?(?!\p{L})/gu,
    remedy: advice(
      "Diga quién entra y qué lo protege: «Solo [quién] tiene la contraseña. Lo comprobé el [día]».",
    ),
  },
  {
    words: /(?<!\p{L})no (?:volvera a (?:ocurrir|suceder|pasar)|ocurrira|sucedera|pasara)(?!\p{L})/gu,
    remedy: mayHappen,
  },
  {
    words:
      /(?<!(?:si|casi) )(?<!\p{L})(?:nunca|jamas)(?! (?:ha|he|hemos|han|habia|antes)(?!\p{L}))(?!\p{L})/gu,
    remedy: advice("Diga qué no hace y que avisa si ocurre: «No …; si ocurre por error, se lo digo»."),
  },
  {
    words: /(?<!\p{L})garanti(?:a|as|zo|za|zan|zo|zamos|zad[oa]s?|zar)(?!\p{L})/gu,
    unlessDenied: true,
    remedy: checked,
  },
  {
    words:
      /(?<![\p{L}\d])(?:100 ?%|(?:100|cien) por (?:cien|ciento))(?! (?:del|de la|de mi) (?:precio|cost|tarifa))/gu,
    unlessDenied: true,
    remedy: checked,
  },
  {
    words:
      /(?<!\p{L})(?:para siempre|permanentemente|de (?:forma|manera) (?:permanente|definitiva|irreversible)|definitivamente|irreversiblemente)(?!\p{L})/gu,
    remedy: advice(
      "Diga hasta dónde llega: «Lo borro y miro si ya no está. Con herramientas especiales quizá aún se hallen rastros».",
    ),
  },
  {
    words: new RegExp(
      `(?<![\\p{L}\\d])${wholly} (?:segur|privad|confidencial|anonim|protegid|cifrad)[\\p{L}]*`,
      "gu",
    ),
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words: new RegExp(`(?<![\\p{L}\\d])${wholly} (?:borrad|eliminad|fiable)[\\p{L}]*`, "gu"),
    unlessDenied: true,
    remedy: checked,
  },
  {
    words:
      /(?<!\p{L})(?:(?:total|completa|plena|absoluta|perfecta) (?:seguridad|privacidad|confidencialidad|proteccion)|(?:seguridad|privacidad|confidencialidad|proteccion) (?:total|completa|plena|absoluta|perfecta))(?!\p{L})/gu,
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words:
      /(?<!\p{L})(?:es|son|esta|estan|queda|quedan|sigue|siguen) (?:a salvo|segur[oa]s?)(?! que| de que)(?!\p{L})/gu,
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words:
      /(?<!\p{L})nadie(?: mas)? (?:puede|podra|podria) (?:ver|leer|oir|abrir|acceder|entrar|encontrar|interceptar|hackear|grabar|escuchar|saber)(?:l[oae]s?)?(?!\p{L})/gu,
    remedy: advice("Diga quién puede: «Solo yo tengo la contraseña». Después diga qué podría salir mal."),
  },
  {
    words: /(?<!\p{L})imposibles?(?!\p{L})/gu,
    unlessDenied: true,
    remedy: replacement("No conozco ninguna forma. Si me entero de alguna, se lo digo."),
  },
  {
    words:
      /(?<!\p{L})(?:sin(?: ningun)?|ningun|cero) riesgos?(?!\p{L})|(?<!\p{L})libre de riesgos?(?!\p{L})/gu,
    remedy: replacement("Queda algún riesgo."),
  },
  {
    words:
      /(?<!\p{L})(?:inviolable|infalible|inhackeable|a prueba de (?:fallos|ataques|intrusos))s?(?!\p{L})/gu,
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words: /(?<!\p{L})(?:bajo|en) ningun(?:a)? (?:circunstancia|concepto|caso|momento)(?!\p{L})/gu,
    remedy: advice("Nombre las excepciones que hay, como la ley o una orden judicial."),
  },
];
