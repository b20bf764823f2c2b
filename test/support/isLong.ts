/** Whether tests with a short and a long run shall take the long one: `LONG=1 npm test`. */
export const isLong = process.env.LONG === '1';
