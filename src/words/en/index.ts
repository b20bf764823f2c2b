import { booking } from './booking.ts';
import { common } from './common.ts';

/** The English catalogue: one section a feature. A further language is a module of the same type. */
export const en = { common, booking };
