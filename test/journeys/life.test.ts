import type { Browser } from 'playwright-core';
import { beginBooking, book, findTimes, pickPartner, seeDates } from '#test/support/bookingSteps.ts';
import { byHand, textIn, valueOf, type ByHand } from '#test/support/graphAs.ts';
import { openBrowser } from '#test/support/openBrowser.ts';
import { startProduct, type RunningProduct } from '#test/support/startProduct.ts';
import { openTeamsPage, type TeamsPage } from '#test/support/teamsPage.ts';

jest.setTimeout(420_000);

const dayMilli = 86_400_000;
const morganMail = 'morgan.ellis@northfield.example';
const danaMail = 'dana.mokoena@northfield.example';

/** One date of the mentor meetings in somebody's calendar. */
interface SeenDate {
  readonly id: string;
  readonly start: string;
  readonly end: string;
}

describe('a year of two people', () => {
  let product: RunningProduct;
  let browser: Browser;
  let hands: ByHand;
  let now = Date.now();
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    hands = byHand(product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Opens the app at the present of the story. */
  async function open(person: string): Promise<TeamsPage> {
    const at = now;
    return openTeamsPage(browser, product, person, {
      beforeOpen: (context) => context.clock.setSystemTime(at),
    });
  }

  async function goOnTo(later: number): Promise<void> {
    now = later;
    await hands.clock(new Date(later));
  }

  /** The meetings with their link in somebody's calendar, from a year back to two years ahead, in order. */
  async function datesOf(person: string): Promise<readonly SeenDate[]> {
    const [from, to] = [now - 365 * dayMilli, now + 730 * dayMilli].map((at) => new Date(at).toISOString());
    const answer = await hands.get(
      person,
      `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$select=id,subject,start,end,isCancelled&$top=1000`,
    );
    return valueOf(answer)
      .filter(
        (each) =>
          (textIn(each, 'subject') ?? '').includes('Mentor meeting: Morgan and Dana') &&
          Reflect.get(Object(each), 'isCancelled') !== true,
      )
      .map((each) => ({
        id: textIn(each, 'id') ?? '',
        start: textIn(Reflect.get(Object(each), 'start'), 'dateTime') ?? '',
        end: textIn(Reflect.get(Object(each), 'end'), 'dateTime') ?? '',
      }))
      .sort((one, other) => one.start.localeCompare(other.start));
  }

  async function startsOf(person: string): Promise<readonly string[]> {
    return (await datesOf(person)).map((each) => each.start);
  }

  const ahead = (dates: readonly SeenDate[]): readonly SeenDate[] =>
    dates.filter((each) => Date.parse(`${each.start}Z`) > now);

  /** A new time on the day after, in Graph's words. */
  const dayAfter = ({ start, end }: SeenDate): { readonly start: unknown; readonly end: unknown } => {
    const later = (text: string): unknown => ({
      dateTime: new Date(Date.parse(`${text}Z`) + dayMilli).toISOString().slice(0, 19),
      timeZone: 'UTC',
    });
    return { start: later(start), end: later(end) };
  };

  const inFull = (text: string): string =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'Europe/London',
    }).format(Date.parse(`${text}Z`));

  const card = (teams: TeamsPage, name: string) => teams.app.getByRole('article', { name });

  it('begins with a season that Morgan books and Dana accepts', async () => {
    const morgan = await open('morgan');
    await beginBooking(morgan.app);
    await pickPartner(morgan.app, 'Dan', 'Dana Mokoena');
    await findTimes(morgan.app);
    await seeDates(morgan.app);
    const meetings = await book(morgan.app);
    await morgan.close();
    const dana = await open('dana');
    const invitation = card(dana, 'Morgan Ellis');
    // The link tells Dana what the plan, which stays in Morgan's copy, does not.
    await invitation.getByText('Your mentee').waitFor();
    await invitation.getByRole('button', { name: /^Accept/ }).click();
    await invitation.getByText(/^Accepted/).waitFor();
    await dana.close();
    expect(await startsOf('dana')).toEqual(await startsOf('morgan'));
    expect(await datesOf('morgan')).toHaveLength(meetings);
  });

  it('shows Dana a date that Morgan moved by hand', async () => {
    const [, second] = ahead(await datesOf('morgan'));
    if (second === undefined) throw new Error('no second date');
    await hands.send('morgan', 'PATCH', `/me/events/${second.id}`, dayAfter(second));
    expect(await startsOf('dana')).toEqual(await startsOf('morgan'));
    const dana = await open('dana');
    await card(dana, 'Morgan Ellis')
      .getByRole('button', { name: /moved from/ })
      .first()
      .waitFor();
    await dana.close();
  });

  it('lets Dana propose another time in the app, which Morgan takes in one tap', async () => {
    const dates = ahead(await datesOf('dana'));
    const third = dates[2];
    if (third === undefined) throw new Error('no third date');
    const dana = await open('dana');
    const danasCard = card(dana, 'Morgan Ellis');
    await danasCard.getByRole('button', { name: new RegExp(`^${inFull(third.start)}`) }).click();
    await danasCard.getByRole('button', { name: /^Propose a time instead of/ }).click();
    await danasCard.getByRole('radio').first().waitFor();
    const before = (await hands.mailTo(morganMail)).length;
    await danasCard.getByRole('button', { name: /^Propose (?!a time)(?!.*instead of)/ }).click();
    await danasCard.getByText(/^You proposed/).waitFor();
    await dana.close();
    expect(await hands.mailTo(morganMail)).toHaveLength(before + 1);

    const morgan = await open('morgan');
    const morgans = card(morgan, 'Dana Mokoena');
    await morgans.getByText(/Dana proposes/).waitFor();
    const sent = (await hands.mailTo(danaMail)).length;
    await morgans.getByRole('button', { name: /^Take it/ }).click();
    await morgans.getByText(/^Moved to/).waitFor();
    await morgan.close();
    expect(await hands.mailTo(danaMail)).toHaveLength(sent + 1);
    expect(await startsOf('dana')).toEqual(await startsOf('morgan'));
    expect(await startsOf('morgan')).not.toContain(third.start);
  });

  it('says which date Dana declined by hand', async () => {
    const fourth = ahead(await datesOf('dana'))[3];
    if (fourth === undefined) throw new Error('no fourth date');
    await hands.send('dana', 'POST', `/me/events/${fourth.id}/decline`, { sendResponse: true });
    expect(await startsOf('dana')).not.toContain(fourth.start);
    expect(await startsOf('morgan')).toContain(fourth.start);
    const morgan = await open('morgan');
    await card(morgan, 'Dana Mokoena')
      .getByRole('button', { name: new RegExp(`^${inFull(fourth.start)}.*declined by Dana`) })
      .waitFor();
    await morgan.close();
  });

  it('mends a date that Dana is busy on by now, in one tap', async () => {
    const [first] = ahead(await datesOf('morgan'));
    if (first === undefined) throw new Error('no date');
    await hands.send('dana', 'POST', '/me/events', {
      subject: 'Budget hearing',
      start: { dateTime: first.start.slice(0, 19), timeZone: 'UTC' },
      end: { dateTime: first.end.slice(0, 19), timeZone: 'UTC' },
    });
    const morgan = await open('morgan');
    const morgans = card(morgan, 'Dana Mokoena');
    await morgans.getByText(/Dana is busy now/).waitFor();
    const sent = (await hands.mailTo(danaMail)).length;
    await morgans.getByRole('button', { name: /^Move to .*, instead of/ }).click();
    await morgans.getByText(/^Moved to/).waitFor();
    await morgan.close();
    expect(await hands.mailTo(danaMail)).toHaveLength(sent + 1);
    expect(await startsOf('morgan')).not.toContain(first.start);
    const danas = await startsOf('dana');
    for (const start of danas) expect(await startsOf('morgan')).toContain(start);
  });

  it('asks once how a date went, weeks later, and tells nobody', async () => {
    const dates = ahead(await datesOf('morgan'));
    const second = dates[1];
    if (second === undefined) throw new Error('no second date');
    await goOnTo(Date.parse(`${second.end}Z`) + dayMilli);
    const sent = (await hands.mailTo(danaMail)).length;
    const morgan = await open('morgan');
    const morgans = card(morgan, 'Dana Mokoena');
    // A declined date presses more than the question, which waits in the details of its date.
    await morgans.getByRole('button', { name: new RegExp(`^${inFull(second.start)}`) }).click();
    await morgans.getByRole('button', { name: /^Met, / }).click();
    await morgans.getByText('Noted: met.').waitFor();
    await morgans.getByText(/1 of \d+ met/).waitFor();
    await morgan.close();
    expect(await hands.mailTo(danaMail)).toHaveLength(sent);
  });

  it('is closed with kind words, undone, and closed again; past dates stay with both', async () => {
    const before = await startsOf('morgan');
    const danasBefore = await startsOf('dana');
    const past = before.filter((start) => Date.parse(`${start}Z`) <= now);
    const morgan = await open('morgan');
    const morgans = card(morgan, 'Dana Mokoena');
    await morgans.getByRole('button', { name: 'More about the mentorship with Dana' }).click();
    await morgan.app.getByRole('menuitem', { name: 'Seasons, and how it goes on' }).click();
    await morgan.app.getByRole('heading', { name: /^Season 1 with Dana runs until/ }).waitFor();
    await morgan.app.getByRole('button', { name: 'Close the mentorship, kindly…' }).click();
    await morgan.app.getByRole('textbox', { name: 'What Dana reads' }).fill('Thank you for all of it.');
    const cost = await morgan.app.getByText(/^Sends Dana \d+ messages? and takes/).innerText();
    const sent = (await hands.mailTo(danaMail)).length;
    await morgan.app.getByRole('button', { name: 'Close the mentorship', exact: true }).click();
    await morgan.app.getByText('Closed. Dana has your words.').waitFor();
    const mail = await hands.mailTo(danaMail);
    expect(mail.length - sent).toBe(Number(/Sends Dana (\d+)/.exec(cost)?.[1]));
    expect(mail.some((each) => each.body.includes('Thank you for all of it.'))).toBe(true);
    expect(await startsOf('morgan')).toEqual(past);
    expect(await startsOf('dana')).toEqual(past);

    await morgan.app.getByRole('button', { name: 'Undo', exact: true }).click();
    await morgan.app.getByText(/^Everything is back/).waitFor();
    expect(await startsOf('morgan')).toEqual(before);
    for (const start of danasBefore) expect(await startsOf('dana')).toContain(start);

    await morgan.app.getByRole('button', { name: 'Close the mentorship, kindly…' }).click();
    await morgan.app.getByRole('button', { name: 'Close the mentorship', exact: true }).click();
    await morgan.app.getByText('Closed. Dana has your words.').waitFor();
    await morgan.close();
    expect(await startsOf('dana')).toEqual(past);
  });

  it('is begun anew half a year later, as a second season of the same mentorship', async () => {
    await goOnTo(now + 150 * dayMilli);
    const morgan = await open('morgan');
    const morgans = card(morgan, 'Dana Mokoena');
    await morgans.getByRole('button', { name: 'More about the mentorship with Dana' }).click();
    await morgan.app.getByRole('menuitem', { name: 'Seasons, and how it goes on' }).click();
    await morgan.app.getByRole('radio', { name: /^Keep/ }).click();
    await morgan.app.getByRole('button', { name: 'See the times' }).click();
    await findTimes(morgan.app);
    await seeDates(morgan.app);
    await book(morgan.app);
    await morgan.close();
    const dana = await open('dana');
    await card(dana, 'Morgan Ellis').getByText('Season 2').waitFor();
    await dana.close();
    expect(ahead(await datesOf('dana')).map((each) => each.start)).toEqual(
      ahead(await datesOf('morgan')).map((each) => each.start),
    );
  });

  it('leaves Dana by declining the season, and Morgan is asked to finish', async () => {
    const dana = await open('dana');
    await card(dana, 'Morgan Ellis')
      .getByRole('button', { name: 'More about the mentorship with Morgan' })
      .click();
    await dana.app.getByRole('menuitem', { name: 'Seasons, and how it goes on' }).click();
    await dana.app.getByRole('button', { name: 'Close the mentorship, kindly…' }).click();
    await dana.app.getByRole('button', { name: 'Close the mentorship', exact: true }).click();
    await dana.app.getByText('Closed. Morgan has your words.').waitFor();
    await dana.close();
    expect(ahead(await datesOf('dana'))).toEqual([]);
    const morgan = await open('morgan');
    const morgans = card(morgan, 'Dana Mokoena');
    await morgans.getByText('Dana has declined this season.').waitFor();
    await morgans.getByRole('button', { name: 'More about the mentorship with Dana' }).click();
    await morgan.app.getByRole('menuitem', { name: 'Seasons, and how it goes on' }).click();
    await morgan.app.getByText(/^Dana has declined this season\. Finish it/).waitFor();
    await morgan.app.getByRole('button', { name: 'Close the mentorship', exact: true }).click();
    await morgan.app.getByText('Closed. Dana has your words.').waitFor();
    await morgan.close();
    expect(ahead(await datesOf('morgan'))).toEqual([]);
  });
});
