import type * as Booking from './bookingScreens.ts';
import type * as Home from './homeScreens.ts';

/** Fetches the code of home, of signing in and of what stands around them. */
export function loadHome(): Promise<typeof Home> {
  return import(/* webpackChunkName: 'home' */ './homeScreens.ts');
}

/** Fetches the code of booking. */
export function loadBooking(): Promise<typeof Booking> {
  return import(/* webpackChunkName: 'booking' */ './bookingScreens.ts');
}
