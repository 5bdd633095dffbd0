export type Sent = {
  url: string;
  method: "GET" | "POST";
  headers?: Record<string, string>;
  body?: Buffer;
};

/** What a browser sends when this button is pressed; whatever would keep it from sending anything is an error. */
export function sentBy(button: HTMLElement): Sent {
  const { form, submitter } = submitted(button);
  const window = form.ownerDocument.defaultView;
  if (!window) throw new Error("This page was left");
  const entries = [...new window.FormData(form, submitter)].map(asSent);
  const told = (name: string) => submitter.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? "";
  const url = new URL(told("action") || form.ownerDocument.URL, form.ownerDocument.URL);
  if (url.origin !== window.location.origin) throw new Error(`form-action forbids ${url.origin}`);

  if (told("method").toLowerCase() !== "post") {
    url.search = new URLSearchParams(entries).toString();
    return { url: url.href, method: "GET" };
  }
  const type = told("enctype").toLowerCase();
  if (type !== "multipart/form-data")
    return {
      url: url.href,
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: Buffer.from(new URLSearchParams(entries).toString()),
    };
  const boundary = `----plain${crypto.randomUUID()}`;
  return {
    url: url.href,
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: multipart(entries, boundary),
  };
}

type Submitted = { form: HTMLFormElement; submitter: HTMLElement };

/** Presses it: jsdom checks the fields as a browser does, and says nothing if they are not as they should be. */
function submitted(button: HTMLElement): Submitted {
  const { form } = button as HTMLButtonElement;
  if (!form) throw new Error(`“${button.textContent}” belongs to no form`);
  // jsdom does not look at the button for it.
  if (button.hasAttribute("formnovalidate")) form.noValidate = true;
  let seen: Submitted | null = null;
  const see = (event: Event) => {
    event.preventDefault();
    seen = { form, submitter: (event as SubmitEvent).submitter ?? button };
  };
  form.addEventListener("submit", see);
  button.click();
  form.removeEventListener("submit", see);
  if (seen) return seen;
  const wrong = [
    ...form.querySelectorAll<HTMLInputElement>("input:invalid, select:invalid, textarea:invalid"),
  ];
  const why = wrong.map((field) => `${field.name}: ${field.validationMessage || "not valid"}`).join("; ");
  throw new Error(`A browser sends nothing by ${button.outerHTML}: ${why || "it is disabled or no submit"}`);
}

/** Lines end as they do in forms. */
function asSent([name, value]: [string, FormDataEntryValue]): [string, string] {
  if (typeof value !== "string") throw new Error(`${name} is a file`);
  const lines = (text: string) => text.replaceAll(/\r\n|\r|\n/g, "\r\n");
  return [lines(name), lines(value)];
}

function multipart(entries: [string, string][], boundary: string): Buffer {
  const quoted = (name: string) => name.replaceAll("\r\n", "%0D%0A").replaceAll('"', "%22");
  const part = ([name, value]: [string, string]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`;
  return Buffer.from(`${entries.map(part).join("")}--${boundary}--\r\n`);
}
