const place = /(<script type="application\/json" id="certificates">)[^<]*(<\/script>)/;

/** Puts certificates (PEM) into the one-file verifier; what it carried before is replaced. */
export function carryCertificates(html: string, certificatesPem: string[]): string {
  const json = JSON.stringify(certificatesPem).replaceAll("<", "\\u003c");
  return html.replace(place, (_, before: string, after: string) => `${before}${json}${after}`);
}
