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
    "Something went wrong on our side. Nothing you wrote was changed. Please try again.",
    "Algo falló por nuestra parte. Nada de lo que escribió cambió. Inténtelo de nuevo.",
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

export function sendPlainPage(response: ServerResponse, page: PlainPage, path: string) {
  const { status, html } = plainPage(page);
  const asJson = path.startsWith("/api/");
  response.statusCode = status;
  response.setHeader("Content-Type", asJson ? "application/json; charset=utf-8" : "text/html; charset=utf-8");
  if (page === "unavailable") response.setHeader("Retry-After", "5");
  if (page === "method") response.setHeader("Allow", "GET, HEAD, POST");
  // What is left of the body is not read, so the connection cannot carry another request.
  if (page !== "unavailable") response.setHeader("Connection", "close");
  response.end(asJson ? JSON.stringify({ error: page }) : html);
}
