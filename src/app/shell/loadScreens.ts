import type * as Account from './accountScreens.ts';
import type * as Booking from './bookingScreens.ts';
import type * as Coffee from './coffeeScreens.ts';
import type * as Home from './homeScreens.ts';
import type * as Seasons from './seasonsScreens.ts';
import type * as Notes from './notesScreens.ts';

/** Fetches the code of home. */
export function loadHome(): Promise<typeof Home> {
  return import(/* webpackChunkName: 'home' */ './homeScreens.ts');
}

/** Fetches the code of booking. */
export function loadBooking(): Promise<typeof Booking> {
  return import(/* webpackChunkName: 'booking' */ './bookingScreens.ts');
}

/** Fetches the code of signing in, of settings and of what an administrator has to allow. */
export function loadAccount(): Promise<typeof Account> {
  return import(/* webpackChunkName: 'account' */ './accountScreens.ts');
}

/** Fetches the code of the prep notes. */
export function loadNotes(): Promise<typeof Notes> {
  return import(/* webpackChunkName: 'notes' */ './notesScreens.ts');
}

/** Fetches the code of coffee chats. */
export function loadCoffee(): Promise<typeof Coffee> {
  return import(/* webpackChunkName: 'coffee' */ './coffeeScreens.ts');
}

/** Fetches the code of a mentorship's own page and of the guidance. */
export function loadSeasons(): Promise<typeof Seasons> {
  return import(/* webpackChunkName: 'seasons' */ './seasonsScreens.ts');
}
