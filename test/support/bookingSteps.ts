import type { FrameLocator, Page } from 'playwright-core';

/** Where a booking is driven: the app's frame inside a host page, or the app's own page. */
type Screen = FrameLocator | Page;

/** From home or first run to the first step of a booking. */
export async function beginBooking(app: Screen): Promise<void> {
  await app
    .getByRole('button', { name: /^Book a (first )?season/ })
    .first()
    .click();
  await app.getByRole('heading', { name: 'Who is the season with?' }).waitFor();
}

/** Searches by the first letters and takes the person found. */
export async function pickPartner(app: Screen, search: string, name: string): Promise<void> {
  await app.getByRole('combobox', { name: 'Name or e-mail address' }).fill(search);
  await app
    .getByRole('option', { name: new RegExp(name) })
    .or(app.getByRole('button', { name: new RegExp(`Choose ${name}`) }))
    .first()
    .click();
  await app.getByRole('button', { name: 'Choose the season' }).click();
  await app.getByRole('heading', { name: 'How often, and for how long?' }).waitFor();
}

/** Takes the season as it is proposed and waits for the ranked times. */
export async function findTimes(app: Screen): Promise<void> {
  await app.getByRole('button', { name: 'Find times' }).click();
  await app.getByRole('radiogroup', { name: 'Times, best first' }).waitFor();
}

/** Takes the first of the ranking and waits for the dates. */
export async function seeDates(app: Screen): Promise<void> {
  await app.getByRole('button', { name: /^See the \d+ dates/ }).click();
  await app.getByRole('heading', { name: 'Every date, before anything is sent' }).waitFor();
}

/** Moves so many of the dates that need nothing, each to the first time offered. */
export async function moveDates(app: Screen, count: number): Promise<void> {
  for (let moved = 0; moved < count; moved += 1) {
    /* oxlint-disable no-await-in-loop -- one card is open at a time */
    await app
      .getByRole('button', { name: /^Move / })
      .first()
      .click();
    await app
      .getByRole('radiogroup', { name: /^A new time for/ })
      .getByRole('radio')
      .first()
      .click({ force: true });
    await app.getByRole('button', { name: /^Done with/ }).click();
    /* oxlint-enable no-await-in-loop */
  }
}

/** Books what is shown, answering the question that many messages bring; resolves with the number of meetings. */
export async function book(app: Screen): Promise<number> {
  await app.getByRole('button', { name: /^Book \d+ meetings/ }).click();
  const sendAll = app.getByRole('button', { name: /^Send \d+ messages/ });
  const done = app.getByRole('heading', { name: /^\d+ meetings are on both calendars/ });
  await sendAll.or(done).first().waitFor();
  if (await sendAll.isVisible()) await sendAll.click();
  await done.waitFor();
  return Number.parseInt(await done.innerText(), 10);
}
