import { createHash } from 'node:crypto';
import { escapeHtml, safeHeaders } from './page.js';
import type { PageReply } from './page.js';

const css = `
:root{color-scheme:light dark}
body{margin:0;font:1.125rem/1.5 Arial,Helvetica,sans-serif;color:#1f2a33;background:#f4f6f8}
main{max-width:34rem;margin:2rem auto;padding:1.5rem;background:#fff;border-top:.4rem solid #1b4b66}
h1{margin:0 0 1rem;font-size:1.6rem;line-height:1.25}
button{font:inherit;font-weight:700;padding:.75rem 1.25rem;color:#fff;background:#1b4b66;border:0;border-radius:.25rem;cursor:pointer}
button:hover{background:#123447}
button:focus-visible{outline:.2rem solid #b35c00;outline-offset:.2rem}
textarea{width:100%;box-sizing:border-box;font:inherit}
dt{font-weight:700}dd{margin:0 0 .75rem}
@media (prefers-color-scheme:dark){body{color:#eef2f5;background:#12181d}main{background:#1c252c}button{background:#8cc4e6;color:#0d1a22}button:hover{background:#b5daf0}}
`;
// The style is allowed by its hash and nothing else is: no script, no picture, no other host.
const hash = createHash('sha256').update(css).digest('base64');

/** A small page readable by everybody: one heading, a language, a title; `content` is HTML, already escaped. */
export function showPage(status: number, title: string, content: string): PageReply {
  const body = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${content}
</main></body>
</html>
`;
  const headers = {
    ...safeHeaders(`default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'`),
    'Content-Type': 'text/html; charset=utf-8',
  };
  return { status, headers, body };
}
