/** A new mail in Outlook on the web, filled in. The address is in use but not documented by Microsoft. */
export function mailFormUrl(address: string, subject: string, body: string): string {
  return `https://outlook.office.com/mail/deeplink/compose?${queryOf({ to: address, subject, body })}`;
}

/** A chat in Teams with the words in its box (Microsoft Teams, "Deep link to start a chat"). */
export function chatUrl(address: string, message: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?${queryOf({ users: address, message })}`;
}

/** Blanks as %20: Teams shows a plus as a plus. */
function queryOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
