import { admin } from './admin.ts';
import { app } from './app.ts';
import { booking } from './booking.ts';
import { coffee } from './coffee.ts';
import { common } from './common.ts';
import { components } from './components.ts';
import { failures } from './failures.ts';
import { firstRun } from './firstRun.ts';
import { guide } from './guide.ts';
import { home } from './home.ts';
import { mentorTimes } from './mentorTimes.ts';
import { pane } from './pane.ts';
import { mentorship } from './mentorship.ts';
import { notes } from './notes.ts';
import { seasons } from './seasons.ts';
import { settings } from './settings.ts';
import { signIn } from './signIn.ts';
import { times } from './times.ts';

/** The English catalogue: one section a feature. A further language is a module of the same type. */
export const en = {
  common,
  app,
  admin,
  booking,
  coffee,
  components,
  failures,
  firstRun,
  guide,
  home,
  mentorTimes,
  pane,
  mentorship,
  notes,
  seasons,
  settings,
  signIn,
  times,
};
