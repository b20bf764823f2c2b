import { createServer } from 'node:https';
import { join } from 'node:path';
import { createClock } from '#sandbox/control/createClock.ts';
import { createFaults } from '#sandbox/control/createFaults.ts';
import { createSwitches } from '#sandbox/control/switches.ts';
import { createTraffic } from '#sandbox/control/createTraffic.ts';
import { createGraph } from '#sandbox/graph/createGraph.ts';
import { seedEvents, seedUser } from '#sandbox/graph/seed.ts';
import { openStore } from '#sandbox/store/openStore.ts';
import type { DirectoryUser, Principal, SeedEvent } from '#sandbox/types.ts';
import { certificates } from '../scripts/certificates.mjs';

/** The sandbox's Graph with 20 full mailboxes, in a process of its own, for the benchmarks. Arguments: a folder for its data. */

const tenantId = '7c2f9a10-5b1e-4a3c-9d44-1f0e6b8a2c01';
const people = Array.from({ length: 20 }, (_, index) => personOf(index));
const [folder = ''] = process.argv.slice(2);
const store = await openStore({ folder: join(folder, 'store') });
for (const [index, person] of people.entries()) {
  await seedUser(store, person);
  await seedEvents(store, person.id, yearOf(index));
}
const tls = await certificates(join(folder, 'ca'));
const server = createServer({ key: tls.key, cert: tls.cert });
const graph = createGraph({
  store,
  clock: createClock(),
  faults: createFaults(),
  traffic: createTraffic(1000),
  switches: createSwitches(),
  origin: 'https://localhost',
  tokens: { verify: async (bearer) => ({ kind: 'ok', principal: principalOf(bearer) }) },
  // What is measured is the sandbox's own speed, not its picture of Microsoft's patience.
  limits: {
    outlookAtOnce: 1e6,
    outlookRequests: 1e9,
    outlookWindow: 600_000,
    driveRequests: 1e9,
    driveWindow: 300_000,
  },
});
server.on('request', (request, response) => void graph(request, response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(
    `${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0, caFile: tls.caFile, addresses: people.map(({ mail }) => mail) })}\n`,
  );
});

function personOf(index: number): DirectoryUser {
  const name = `person${String(index).padStart(2, '0')}`;
  return {
    id: `00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
    tenantId,
    userPrincipalName: `${name}@contoso.example`,
    mail: `${name}@contoso.example`,
    displayName: name,
    givenName: name,
    surname: 'Bench',
    jobTitle: null,
    department: null,
    officeLocation: null,
    userType: 'Member',
    hasMailbox: true,
    hasDrive: false,
    timeZone: 'Europe/Berlin',
    workingHours: null,
    freeBusyVisibility: 'freeBusy',
    photoBase64: null,
  };
}

function principalOf(bearer: string): Principal {
  const person = people[Number(bearer)] ?? people[0];
  return {
    oid: person?.id ?? '',
    tid: tenantId,
    upn: person?.userPrincipalName ?? '',
    appId: 'bench',
    scopes: ['User.Read', 'Calendars.ReadWrite'],
  };
}

/** 2,000 entries of one year: 1,960 single ones and 40 weekly series over the whole of it. */
function yearOf(person: number): readonly SeedEvent[] {
  const zone = person % 2 === 0 ? 'Europe/Berlin' : 'America/New_York';
  const at = (day: number, minutes: number): SeedEvent['start'] => ({
    dateTime: new Date(Date.UTC(2027, 0, 1 + day, 8, minutes)).toISOString().slice(0, 19),
    timeZone: zone,
  });
  const body = {
    contentType: 'html',
    content: `<p>${'Agenda and notes of the meeting. '.repeat(12)}</p>`,
  } as const;
  const singles = Array.from({ length: 1960 }, (_, index): SeedEvent => {
    const [day, minutes] = [(index * 7 + person) % 365, (index % 18) * 30];
    return { subject: `Meeting ${index}`, start: at(day, minutes), end: at(day, minutes + 30), body };
  });
  const weekdays = ['friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday'];
  const series = Array.from({ length: 40 }, (_, index): SeedEvent => {
    const start = at(index % 7, (index % 16) * 30);
    return {
      subject: `Series ${index}`,
      start,
      end: at(index % 7, (index % 16) * 30 + 45),
      body,
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekdays[index % 7]] },
        range: { type: 'endDate', startDate: start.dateTime.slice(0, 10), endDate: '2027-12-31' },
      },
    };
  });
  return [...singles, ...series];
}
