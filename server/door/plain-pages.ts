import type { ServerResponse } from "node:http";

export type PlainPage = keyof typeof pages;

/** Pages that must work when nothing else does: no script, no style, no database, both languages. */
const pages = {
  malformed: [400, "This request could not be read.", "No se pudo leer esta solicitud."],
  "foreign-origin": [
    403,
    "This request did not come from this site, so nothing was done.",
    "Esta solicitud no vino de este sitio; no se hizo nada.",
  ],
  "demo-is-local": [
    403,
    "This is a demonstration. It answers only on the computer it runs on.",
    "Esto es una demostración. Solo responde en el equipo en el que se ejecuta.",
  ],
  missing: [404, "There is nothing here.", "Aquí no hay nada."],
  method: [405, "This page cannot be used that way.", "Esta página no se puede usar así."],
  "too-large": [413, "That is too much to send at once.", "Es demasiado para enviarlo de una vez."],
  content: [415, "This kind of content is not accepted.", "No se acepta este tipo de contenido."],
  busy: [
    503,
    "Several files are arriving at once. Nothing is lost. Please try again in a minute.",
    "Están llegando varios archivos a la vez. No se ha perdido nada. Inténtelo de nuevo en un minuto.",
  ],
  broken: [
    500,
    "Something went wrong on our side. What was stored before stays stored. Please go back and try again; if it happens again, please call the practice.",
    "Algo falló de nuestro lado. Lo que ya estaba guardado sigue guardado. Vuelva atrás e inténtelo otra vez; si se repite, llame a la consulta.",
  ],
  full: [
    503,
    "We cannot store anything just now. What you sent a moment ago was not stored; nothing stored before it is lost. Please go back and send it again in a few minutes; if it happens again, please call the practice.",
    "En este momento no podemos guardar nada. Lo que acaba de enviar no se guardó; no se ha perdido nada de lo guardado antes. Vuelva atrás y envíelo otra vez dentro de unos minutos; si se repite, llame a la consulta.",
  ],
  unavailable: [
    503,
    "We cannot reach our records just now. Nothing is lost. Please try again in a minute.",
    "En este momento no podemos acceder a nuestros datos. No se ha perdido nada. Inténtelo de nuevo en un minuto.",
  ],
} as const;

/** The status, and the whole answer as text. */
export function plainPage(page: PlainPage): { status: number; html: string } {
  const [status, english, spanish] = pages[page];
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Candor</title></head>
<body><main><p>${english}</p><p lang="es">${spanish}</p></main></body>
</html>
`;
  return { status, html };
}

/** Sets the head of the answer and returns its body. */
export function headPlainPage(response: ServerResponse, page: PlainPage, path: string): string {
  const { status, html } = plainPage(page);
  const asJson = path.startsWith("/api/");
  response.statusCode = status;
  response.setHeader("Content-Type", asJson ? "application/json; charset=utf-8" : "text/html; charset=utf-8");
  if (page === "unavailable" || page === "full") response.setHeader("Retry-After", "5");
  return asJson ? JSON.stringify({ error: page }) : html;
}

export function sendPlainPage(response: ServerResponse, page: PlainPage, path: string) {
  const body = headPlainPage(response, page, path);
  if (page === "method") response.setHeader("Allow", "GET, HEAD, POST");
  // What is left of the body is not read, so the connection cannot carry another request.
  if (page !== "unavailable") response.setHeader("Connection", "close");
  response.end(body);
}
