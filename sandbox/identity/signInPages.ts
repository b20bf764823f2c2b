import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Person } from './directory.ts';
import { html, type Html } from './html.ts';
import { findScope, scopeTitle } from './scopes.ts';

const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:14px/20px "Segoe UI",system-ui,"Open Sans",sans-serif;color:#242019;background:#fff}
.band{display:flex;gap:16px;align-items:center;padding:12px 24px;background:#f7efe1;
border-bottom:6px solid transparent;border-image:repeating-linear-gradient(115deg,#b98a2f 0 12px,#f7efe1 12px 24px) 6}
.band b{background:#49391a;color:#fff;border-radius:4px;padding:4px 10px}
main{max-width:480px;margin:32px auto;padding:0 24px}
h1{font-size:24px;line-height:32px;margin:0 0 8px;font-weight:600}
p{margin:0 0 16px}
.note{color:#5c564b}
ul{list-style:none;margin:0 0 24px;padding:0}
.people button{display:grid;grid-template-columns:40px 1fr;gap:0 12px;width:100%;text-align:start;padding:10px 12px;margin:0 0 8px;
font:inherit;background:#fff;border:1px solid #8a8271;border-radius:6px;color:inherit;cursor:pointer}
.people .face{grid-row:1/3;width:40px;height:40px;border-radius:50%;background:#efe4cd;display:grid;place-items:center;font-weight:600}
.people .name{font-weight:600}
.people .what{color:#5c564b}
.scopes li{padding:8px 0;border-bottom:1px solid #e4dccb}
.scopes b{display:block;font-weight:600}
.actions{display:flex;gap:8px;flex-wrap:wrap;justify-content:flex-end}
.actions button,.actions a{font:inherit;font-weight:600;padding:8px 16px;border-radius:6px;border:1px solid #8a8271;background:#fff;color:inherit;cursor:pointer;text-decoration:none}
.actions .main{background:#49391a;border-color:#49391a;color:#fff}
label{display:flex;gap:8px;align-items:flex-start;margin:0 0 24px}
button:hover,.actions a:hover{background:#f7efe1}
.actions .main:hover{background:#2e2410}
:focus-visible{outline:3px solid #0b57c4;outline-offset:2px}
.people button:first-child{}
@media(forced-colors:active){.actions .main{border:3px solid}}
`;
/** Outside of the template: a space more would be another hash. */
const styleElement: Html = { html: `<style>${style}</style>` };
const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of the pages on which people decide: nobody may frame them. */
const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** A page with the sand-coloured band. */
export function sendPage(response: ServerResponse, status: number, title: string, content: Html): void {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}, Sandbox</title>
        ${styleElement}
      </head>
      <body>
        <header class="band">
          <b>Sandbox</b> <span>A stand-in for the sign-in page, localhost only</span>
        </header>
        <main>${content}</main>
      </body>
    </html>`;
  response.writeHead(status, pageHeaders).end(page.html);
}

/** Where a page's form goes and what it carries. */
export interface FormTarget {
  readonly action: string;
  readonly flow: string;
}

function form({ action, flow }: FormTarget, content: Html): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="flow" value="${flow}" />${content}
  </form>`;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((letter) => /\p{L}/u.test(letter))
    .slice(0, 2)
    .join('');
}

function personButton(person: Person): Html {
  const { displayName, userPrincipalName } = person.home;
  return html`<li>
    <button name="person" value="${person.key}">
      <span class="face" aria-hidden="true">${initials(displayName)}</span>
      <span class="name">${displayName}</span> <span class="what">${userPrincipalName}</span>
    </button>
  </li>`;
}

function peopleList(entries: readonly Person[]): Html {
  return html`<ul class="people">
    ${entries.map((person) => personButton(person))}
  </ul>`;
}

/** Choose one of the cast; whoever the app expects comes first. */
export function choosePersonPage(
  target: FormTarget,
  people: readonly Person[],
  suggested: Person | undefined,
  appName: string,
): Html {
  const rest = people.filter((person) => person !== suggested);
  return form(
    target,
    html`<h1>Pick an account</h1>
      <p class="note">to continue to ${appName}. There are no passwords here: choose who you are.</p>
      ${
        suggested === undefined
          ? undefined
          : html`<p>${appName} expects this person:</p>
              ${peopleList([suggested])}
              <p>Or somebody else:</p>`
      }
      ${peopleList(rest)}
      <div class="actions"><button name="answer" value="cancel">Cancel</button></div>`,
  );
}

export function consentPage(
  target: FormTarget,
  {
    person,
    appName,
    scopes,
    forAll,
  }: {
    readonly person: Person;
    readonly appName: string;
    readonly scopes: readonly string[];
    /** no: a person's own consent; may: an administrator may consent for everyone; must: the administrator's page. */
    readonly forAll: 'no' | 'may' | 'must';
  },
): Html {
  const items = scopes.map(
    (scope) =>
      html`<li>
        <b>${scopeTitle(scope)}</b>${findScope(scope)?.words ?? ''} <span class="note">(${scope})</span>
      </li>`,
  );
  return form(
    target,
    html`<p class="note">${person.home.userPrincipalName}</p>
      <h1>Permissions requested</h1>
      <p>
        <strong>${appName}</strong>
        ${forAll === 'must' ? 'would like to, for everyone in your organisation:' : 'would like to:'}
      </p>
      <ul class="scopes">
        ${items}
      </ul>
      ${
        forAll === 'may'
          ? html`<label
              ><input type="checkbox" name="everyone" value="yes" />
              <span>Consent on behalf of your organisation</span></label
            >`
          : undefined
      }
      <p class="note">
        If you accept, ${appName} may use this in your name, as its terms say. You can take it back.
      </p>
      <div class="actions">
        <button name="answer" value="cancel">Cancel</button>
        <button class="main" name="answer" value="accept">Accept</button>
      </div>`,
  );
}

export function needsAdministratorPage(
  target: FormTarget,
  {
    person,
    appName,
    scopes,
  }: { readonly person: Person; readonly appName: string; readonly scopes: readonly string[] },
): Html {
  return form(
    target,
    html`<p class="note">${person.home.userPrincipalName}</p>
      <h1>Need admin approval</h1>
      <p>
        <strong>${appName}</strong> needs permission to access resources in your organisation that only an
        administrator can grant. Please ask an administrator to grant permission to this app before you can
        use it.
      </p>
      <ul class="scopes">
        ${scopes.map((scope) => html`<li><b>${scopeTitle(scope)}</b> <span class="note">(${scope})</span></li>`)}
      </ul>
      <div class="actions">
        <button name="answer" value="other">Have an admin account? Sign in with that account</button>
        <button class="main" name="answer" value="cancel">
          Return to the application without granting consent
        </button>
      </div>`,
  );
}

export function confirmIdentityPage(target: FormTarget, person: Person): Html {
  return form(
    target,
    html`<p class="note">${person.home.userPrincipalName}</p>
      <h1>Verify your identity</h1>
      <p>Your organisation asks for a second proof that it is you. Here a click is enough.</p>
      <div class="actions">
        <button name="answer" value="cancel">Cancel</button>
        <button class="main" name="answer" value="accept">It is me</button>
      </div>`,
  );
}

/** An error that is shown to the person and not handed to the app. */
export function errorPage(text: string): Html {
  return html`<h1>Sorry, but we’re having trouble signing you in</h1>
    <p>${text}</p>`;
}
