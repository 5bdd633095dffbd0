import type { Language } from "@/lib/languages";

export type MailLayoutProps = {
  language: Language;
  practice: string;
  greeting: string;
  opening: string;
  /** The way in; a message that only tells something has none. */
  door: null | {
    button: string;
    url: string;
    linkInWords: string;
    aboutLink: string;
    otherWay: string;
    code: string | null;
  };
  witness: string | null;
  promise: string;
  noReply: string;
};

const ink = "#1F2A2E";
const teal = "#0E5A5A";
const sans = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";
const line = { margin: "0 0 18px", fontSize: 17, lineHeight: "26px" };
const small = { margin: "0 0 12px", fontSize: 15, lineHeight: "22px", color: "#4A565A" };

const tiny = { ...small, fontSize: 13, lineHeight: "19px", wordBreak: "break-word" } as const;

/** A message as HTML: no picture, no font and nothing else that a mail program would have to fetch. */
export function MailLayout(mail: MailLayoutProps) {
  return (
    <html lang={mail.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{mail.practice}</title>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: "#FBFAF7" }}>
        <div style={{ maxWidth: 560, margin: "0 auto", padding: "32px 20px", fontFamily: sans, color: ink }}>
          <p style={{ ...line, fontWeight: 600, color: teal }}>{mail.practice}</p>
          <p style={line}>{mail.greeting}</p>
          <p style={line}>{mail.opening}</p>
          {mail.door && (
            <>
              <p style={{ margin: "0 0 26px" }}>
                <a href={mail.door.url} style={buttonStyle}>
                  {mail.door.button}
                </a>
              </p>
              <p style={small}>{mail.door.aboutLink}</p>
              <p style={small}>{mail.door.otherWay}</p>
              {mail.door.code && <p style={codeStyle}>{mail.door.code}</p>}
            </>
          )}
          <div style={{ borderTop: "1px solid #D9D6CE", margin: "26px 0 18px" }} />
          <p style={small}>{mail.promise}</p>
          <p style={small}>{mail.noReply}</p>
          {mail.witness && <p style={tiny}>{mail.witness}</p>}
          {mail.door && (
            <p style={tiny}>
              {mail.door.linkInWords} <span style={{ wordBreak: "break-all" }}>{mail.door.url}</span>
            </p>
          )}
        </div>
      </body>
    </html>
  );
}

const buttonStyle = {
  display: "inline-block",
  padding: "13px 26px",
  backgroundColor: teal,
  color: "#FFFFFF",
  borderRadius: 8,
  fontSize: 17,
  fontWeight: 600,
  textDecoration: "none",
};

const codeStyle = {
  margin: "0 0 18px",
  fontSize: 26,
  lineHeight: "34px",
  letterSpacing: 3,
  fontWeight: 600,
  fontVariantNumeric: "tabular-nums",
};
