/** The sandbox's now, epoch milliseconds. */
export async function sandboxNow(): Promise<number> {
  const told: unknown = await (await fetch('/sandbox/clock')).json();
  const now = typeof told === 'object' && told !== null && 'now' in told ? String(told.now) : '';
  return Date.parse(now) || Date.now();
}
