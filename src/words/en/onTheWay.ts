import { app } from './app.ts';
import { booking } from './booking.ts';
import { common } from './common.ts';
import { components } from './components.ts';
import { failures } from './failures.ts';
import { firstRun } from './firstRun.ts';
import { home } from './home.ts';
import { settings } from './settings.ts';
import { signIn } from './signIn.ts';
import { times } from './times.ts';

/** The sections that home and booking speak with. */
export const onTheWay = {
  signIn,
  app,
  booking,
  common,
  components,
  failures,
  firstRun,
  home,
  settings,
  times,
};
