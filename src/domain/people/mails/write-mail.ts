/** A mail as its reader gets it. */
export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

/** What a mail about accounts is made of. Both of its parts are written from the same pieces, so that neither says less. */
export type Piece =
  | { kind: "paragraph"; text: string }
  /** Something to type, shown large. */
  | { kind: "code"; code: string }
  /** The one thing to press. */
  | { kind: "button"; label: string; href: string }
  /** What is good to know, after the rest and in smaller letters. */
  | { kind: "note"; text: string };

/** Writes both parts of a mail. Whatever stands in the pieces is text, never markup. */
export function writeMail({ subject, pieces }: { subject: string; pieces: readonly Piece[] }): WrittenMail {
  return {
    subject,
    text: `${[subject, ...pieces.map(asText)].join("\n\n")}\n\n-- \nEpisodic\n`,
    html: page(subject, pieces.map(asHtml).join("\n")),
  };
}

function asText(piece: Piece): string {
  switch (piece.kind) {
    case "paragraph":
    case "note":
      return piece.text;
    case "code":
      return `    ${piece.code}`;
    case "button":
      return `${piece.label}:\n${piece.href}`;
  }
}

function asHtml(piece: Piece): string {
  switch (piece.kind) {
    case "paragraph":
      return `<p style="margin:0 0 16px">${escapeHtml(piece.text)}</p>`;
    case "note":
      return `<p class="soft" style="margin:0 0 10px;font-size:14px;color:#645f56">${escapeHtml(piece.text)}</p>`;
    case "code":
      return `<p class="sunk" style="margin:4px 0 20px;padding:16px 12px;border-radius:7px;background:#f3f1ea;text-align:center;font:600 28px/1.2 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:3px">${escapeHtml(piece.code)}</p>`;
    case "button": {
      const href = escapeHtml(piece.href);
      return `<p style="margin:4px 0 12px"><a class="button" href="${href}" style="display:inline-block;padding:10px 20px;border-radius:7px;background:#1d1b18;color:#fbfaf6;font-weight:600;text-decoration:none">${escapeHtml(piece.label)}</a></p>
<p class="soft" style="margin:0 0 20px;font-size:13px;color:#645f56;word-break:break-all">${href}</p>`;
    }
  }
}

/** Mail programs know little of style sheets: what matters is inline, the dark is for those that know more. */
function page(subject: string, content: string): string {
  const title = escapeHtml(subject);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: #171614 !important; color: #ece7de !important; }
  .sunk { background: #121110 !important; color: #ece7de !important; }
  .soft { color: #a8a195 !important; }
  .line { border-color: #2e2b27 !important; }
  .button { background: #ece7de !important; color: #171614 !important; }
}
</style>
</head>
<body class="paper" style="margin:0;background:#fbfaf6;color:#1d1b18">
<div class="paper" style="max-width:480px;margin:0 auto;padding:36px 24px;background:#fbfaf6;color:#1d1b18;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif">
<h1 style="margin:0 0 20px;font:500 26px/1.2 Georgia,serif">${title}</h1>
${content}
<p class="soft line" style="margin:28px 0 0;padding-top:14px;border-top:1px solid #e4dfd4;font:15px/1.4 Georgia,serif;color:#645f56">Episodic</p>
</div>
</body>
</html>
`;
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
}
