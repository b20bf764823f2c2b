import type { ServerResponse } from 'node:http';
import { html, type Html } from '#sandbox/identity/html.ts';

/** What a page's script is told by the server, as JSON inside the page. */
export type PageFacts = Readonly<Record<string, unknown>>;

interface ShellOptions {
  readonly title: string;
  readonly script: 'front' | 'teams' | 'outlook';
  readonly facts: PageFacts;
  readonly body: Html;
  /** Origins that the page may frame. */
  readonly frames?: readonly string[];
}

/** JSON that cannot end the element it stands in. */
function jsonElement(facts: PageFacts): Html {
  const text = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return { html: `<script type="application/json" id="page-facts">${text}</script>` };
}

/** Sends a host page: strict policy, own script and style, nobody may frame it. */
export function sendHostPage(response: ServerResponse, options: ShellOptions): void {
  const { title, script, facts, body, frames = [] } = options;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/hosts/styles/mark.svg" />
        <link rel="stylesheet" href="/hosts/styles/host.css" />
        ${script === 'outlook' ? html`<link rel="stylesheet" href="/hosts/styles/outlook.css" />` : undefined}
        ${jsonElement(facts)}
        <script type="module" src="/hosts/${script}.js"></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  response
    .writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        `frame-src ${frames.length === 0 ? "'none'" : frames.join(' ')}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ].join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
    .end(page.html);
}

/** The sand-coloured band that no page of the sandbox is without. */
export function band(words: string, right: Html): Html {
  return html`<header class="band">
    <a class="band-word" href="/">Sandbox</a> <span class="band-words">${words}</span>
    <div class="band-right">${right}</div>
  </header>`;
}
