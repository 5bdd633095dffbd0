"use client";

/** Stands alone when even the layout failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Something went wrong on our side</h1>
          <p>What was stored before stays stored. Please reload the page in a moment.</p>
          <p lang="es">
            Algo falló de nuestro lado. Lo guardado sigue guardado. Recargue la página en un momento.
          </p>
          <p>{error.digest}</p>
        </main>
      </body>
    </html>
  );
}
