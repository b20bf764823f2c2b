import { html, type Html } from '#sandbox/identity/html.ts';
import { cast } from '#sandbox/people/cast.ts';
import { outsideAddress } from '#sandbox/people/outsideAddress.ts';
import { band } from './hostShell.ts';

interface FrontFacts {
  /** The sandbox's now, epoch milliseconds. */
  readonly now: number;
  readonly entryCounts: Readonly<Record<string, number>>;
  /** When the calendars were made. */
  readonly madeAt: number;
  readonly caFile: string;
  readonly appUrl: string;
  readonly machineNow: number;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
}

/** The time on a wall in a zone, with the weekday where it is not the viewer's. */
function clockIn(zone: string, now: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  }).format(now);
}

function ago(madeAt: number, now: number): string {
  const days = Math.floor((now - madeAt) / 86_400_000);
  return days <= 0 ? 'made today' : days === 1 ? 'made a day ago' : `made ${days} days ago`;
}

/** `/`: choose a person and an app. */
export function frontPageBody({ now, entryCounts, madeAt, caFile, appUrl, machineNow }: FrontFacts): Html {
  const rows = cast.map(
    ({ key, user, role, city, placeZone, calendarNote }, index) =>
      html`<tr>
        <th scope="row">
          <div class="person">
            <span class="face face-${String(index % 6)}" aria-hidden="true"
              >${initials(user.displayName)}</span
            >
            <span class="who"><strong>${user.displayName}</strong><span>${role}</span></span>
          </div>
        </th>
        <td>
          <span class="clock" data-zone="${placeZone}">${clockIn(placeZone, now)}</span
          ><span class="quiet">${city}</span>
        </td>
        <td class="quiet">${calendarNote}, ${String(entryCounts[key] ?? 0)} entries</td>
        <td class="doors">
          <a class="button" href="/teams?person=${key}" aria-label="Teams page as ${user.displayName}"
            >Teams page</a
          >
          <a class="button" href="/outlook?person=${key}" aria-label="Outlook page as ${user.displayName}"
            >Outlook page</a
          >
        </td>
      </tr>`,
  );
  return html`${band('Nothing here leaves this computer. These people and calendars are made up.', html`<span>Calendars ${ago(madeAt, machineNow)}</span>`)}
    <main class="front">
      <div class="front-head">
        <div>
          <h1>Local Microsoft 365</h1>
          <p>Choose a person and an app. Open two to watch both sides.</p>
        </div>
        <div class="front-clock">
          <p><span class="quiet">Its clock says (UTC)</span><strong id="now"></strong></p>
          <button type="button" id="move-clock">Move the clock</button>
        </div>
      </div>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Place and time</th>
              <th scope="col">Calendar</th>
              <th scope="col"><span class="sr">Pages</span></th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
      <div class="front-foot">
        <button type="button" class="main" id="side-by-side">Morgan and Dana side by side</button>
        <button type="button" id="begin-anew">Begin anew</button>
        <a href="${appUrl}">The app in a tab of its own</a>
      </div>
      <p class="quiet">Somebody outside, of whom no calendar is known: ${outsideAddress}</p>
      <p role="status" id="front-status"></p>
      <section aria-labelledby="trust">
        <h2 id="trust">If the browser warns about the certificate</h2>
        <p>
          It was made on this computer, for localhost only, by a certificate authority of its own that can
          vouch for no other name. To trust it, import this file as an authority:
        </p>
        <p>
          <code>${caFile}</code> (<a href="/ca.crt" download="mentor-meetings-sandbox-ca.crt">download</a>)
        </p>
        <ul>
          <li>
            macOS:
            <code
              >sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain
              ${caFile}</code
            >
          </li>
          <li>Windows: <code>certutil -user -addstore Root ${caFile}</code></li>
          <li>
            Linux, Chromium and Chrome:
            <code>certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n "Mentor Meetings sandbox" -i ${caFile}</code>
          </li>
          <li>Firefox: Settings, Certificates, View Certificates, Authorities, Import.</li>
        </ul>
        <p>Or accept the warning once on both addresses, this one and <a href="${appUrl}">the app’s</a>.</p>
      </section>
      <section aria-labelledby="cannot">
        <h2 id="cannot">What this cannot show you</h2>
        <ul>
          <li>Teams and Outlook themselves: their pages here only speak the protocols that the app meets.</li>
          <li>Real mail: messages end in the sent mail log. Nobody outside receives anything.</li>
          <li>Passwords, second factors and conditional access: whoever you choose, you are.</li>
          <li>
            Microsoft’s speed, its throttling under load, and the time that changes take to travel between
            services.
          </li>
          <li>
            What no published source settles about Microsoft 365. Each such question is a switch;
            docs/sandbox-coverage.md lists them.
          </li>
        </ul>
      </section>
    </main>
    <dialog id="clock-dialog" aria-labelledby="clock-title">
      <form method="dialog">
        <h2 id="clock-title">Move the clock</h2>
        <p>The sandbox goes on from the time you choose. The clock of your browser stays as it is.</p>
        <label>Date and time (UTC) <input type="datetime-local" id="clock-input" required /></label>
        <div class="actions">
          <button value="cancel" formnovalidate>Cancel</button><button class="main" value="move">Move</button>
        </div>
      </form>
    </dialog>
    <dialog id="anew-dialog" aria-labelledby="anew-title">
      <form method="dialog">
        <h2 id="anew-title">Begin anew?</h2>
        <p>
          Everything that was booked, answered and allowed here is forgotten, and the calendars are made again
          from today.
        </p>
        <div class="actions">
          <button value="cancel">Keep everything</button><button class="main" value="anew">Begin anew</button>
        </div>
      </form>
    </dialog>`;
}
