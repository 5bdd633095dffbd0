import { once } from "node:events";
import { createServer } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Received = { from: string; recipients: string[]; mail: ParsedMail };

/** A real SMTP server for tests, and what it was given. */
export async function smtpSink(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then((mail) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        received.push({ from, recipients: envelope.rcptTo.map(({ address }) => address), mail });
        done();
      }, done);
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, port, received, close };
}

/** Takes the connection and never says a word. */
export async function silentServer() {
  const server = createServer((socket) => {
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, close: () => server.close() };
}
