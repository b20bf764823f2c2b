/** Who the page is shown for. */
export interface PersonFacts {
  readonly key: string;
  readonly oid: string;
  readonly tid: string;
  readonly upn: string;
  readonly mail: string;
  readonly name: string;
  readonly givenName: string;
  /** Zone of the mailbox, as Graph takes it in `Prefer: outlook.timezone`. */
  readonly zone: string;
  /** IANA zone of the place. */
  readonly placeZone: string;
  readonly locale: string;
}

/** What the server tells the Teams page. */
export interface TeamsFacts {
  readonly theme: string;
  readonly bridge: 'on' | 'off' | 'silent';
  readonly view: string;
  readonly deepLink: string | undefined;
  readonly appOrigin: string;
  readonly hostKey: string;
  readonly person: PersonFacts;
  /** As msal-browser knows the account. */
  readonly account: Readonly<Record<string, string>>;
  readonly appId: string;
}

/** The facts the server put into the page. They are ours, so their shape is not checked. */
export function pageFacts<Facts>(): Facts {
  return JSON.parse(document.getElementById('page-facts')?.textContent ?? '{}') as Facts;
}
