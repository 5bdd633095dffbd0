"use client";

import classes from "./_ui/plain-page.module.css";

/** Bilingual, because nothing may be loaded to say it. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className={classes.page}>
      <h1>Something went wrong on our side</h1>
      <p>What was stored before stays stored. Please try again; if it happens again, call the practice.</p>
      <p lang="es">
        Algo falló de nuestro lado. Lo que ya estaba guardado sigue guardado. Inténtelo otra vez; si se
        repite, llame a la consulta.
      </p>
      {error.digest && <p className={classes.quiet}>{error.digest}</p>}
      <button type="button" onClick={reset}>
        Try again · Intentar otra vez
      </button>
    </main>
  );
}
