import { membersIn, membersOf, textIn, type Members } from './members.ts';

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
  /** on, off, or silent: there, and never answers. */
  readonly bridge: string;
  readonly view: string;
  readonly deepLink: string | undefined;
  readonly appOrigin: string;
  readonly hostKey: string;
  readonly person: PersonFacts;
  /** As msal-browser knows the account. */
  readonly account: {
    readonly homeAccountId: string;
    readonly environment: string;
    readonly tenantId: string;
  };
  readonly appId: string;
}

function factsInPage(): Members {
  const text = document.getElementById('page-facts')?.textContent ?? '{}';
  return membersOf(JSON.parse(text));
}

/** The sandbox's now when the front page was made, epoch milliseconds. */
export function frontPageNow(): number {
  const now = factsInPage().get('now');
  return typeof now === 'number' ? now : Date.now();
}

/** The facts in the Teams page. */
export function teamsPageFacts(): TeamsFacts {
  const facts = factsInPage();
  const person = membersIn(facts, 'person');
  const account = membersIn(facts, 'account');
  const deepLink = textIn(facts, 'deepLink');
  return {
    theme: textIn(facts, 'theme'),
    bridge: textIn(facts, 'bridge'),
    view: textIn(facts, 'view'),
    deepLink: deepLink === '' ? undefined : deepLink,
    appOrigin: textIn(facts, 'appOrigin'),
    hostKey: textIn(facts, 'hostKey'),
    appId: textIn(facts, 'appId'),
    account: {
      homeAccountId: textIn(account, 'homeAccountId'),
      environment: textIn(account, 'environment'),
      tenantId: textIn(account, 'tenantId'),
    },
    person: {
      key: textIn(person, 'key'),
      oid: textIn(person, 'oid'),
      tid: textIn(person, 'tid'),
      upn: textIn(person, 'upn'),
      mail: textIn(person, 'mail'),
      name: textIn(person, 'name'),
      givenName: textIn(person, 'givenName'),
      zone: textIn(person, 'zone'),
      placeZone: textIn(person, 'placeZone'),
      locale: textIn(person, 'locale'),
    },
  };
}
