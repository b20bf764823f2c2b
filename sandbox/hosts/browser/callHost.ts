/** Asks the host page's own server; the key shows which page asks. */
export async function callHost(
  hostKey: string,
  what: 'broker' | 'graph-token' | 'settings',
  body: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const response = await fetch(`/host/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Host-Session': hostKey },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error('The sandbox was started again; load this page anew to go on.');
  return response.json();
}
