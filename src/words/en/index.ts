import { app } from './app.ts';
import { booking } from './booking.ts';
import { common } from './common.ts';
import { components } from './components.ts';
import { failures } from './failures.ts';
import { times } from './times.ts';

/** The English catalogue: one section a feature. A further language is a module of the same type. */
export const en = { common, app, booking, components, failures, times };
