import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer; milliseconds: number };
export type Visit = { path: string; cookie: string; form?: [string, string][] };

/** A plain client that keeps its connections, as a browser does, and sends forms as one without JavaScript. */
export function visitor(origin: string, connections = 16) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  function visit({ path, cookie, form }: Visit): Promise<Reply> {
    const body = form && multipart(form);
    const headers = {
      cookie,
      "user-agent": "candor-bench",
      "accept-language": "en",
      "accept-encoding": "gzip",
      ...(body && { origin, "content-type": body.type, "content-length": body.bytes.length }),
    };
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { agent, method: body ? "POST" : "GET", headers }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on("data", (chunk: Buffer) => chunks.push(chunk));
        reply.on("error", reject);
        reply.on("end", () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.concat(chunks),
            milliseconds: performance.now() - began,
          }),
        );
      });
      sent.on("error", reject);
      sent.end(body?.bytes);
    });
  }
  return { visit, close: () => agent.destroy() };
}

export type Visitor = ReturnType<typeof visitor>;

const boundary = "----candor-bench-boundary";

function multipart(form: readonly [string, string][]) {
  const parts = form.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.from(`${parts.join("")}--${boundary}--\r\n`),
  };
}
