import { listIn, membersIn, membersOf, textIn, type Members } from './members.ts';

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

/** What the server tells a page that hosts the app. */
export interface HostFacts {
  readonly theme: string;
  /** on, off, or silent: there, and never answers. */
  readonly bridge: string;
  readonly view: string;
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

export interface TeamsFacts extends HostFacts {
  readonly deepLink: string | undefined;
}

export interface OutlookFacts extends HostFacts {
  /** Mailbox requirement set, `1.15`. */
  readonly set: string;
  /** Graph id to begin with. */
  readonly item: string | undefined;
  readonly ribbon: Members;
  /** Names and addresses of everybody that the organisation knows. */
  readonly people: readonly { readonly name: string; readonly address: string }[];
}

/** The facts that the server put into the page. */
function factsInPage(): Members {
  const text = document.getElementById('page-facts')?.textContent ?? '{}';
  return membersOf(JSON.parse(text));
}

/** The sandbox's now when the front page was made, epoch milliseconds. */
export function frontPageNow(): number {
  const now = factsInPage().get('now');
  return typeof now === 'number' ? now : Date.now();
}

function textOrNone(facts: Members, name: string): string | undefined {
  const text = textIn(facts, name);
  return text === '' ? undefined : text;
}

export function teamsPageFacts(): TeamsFacts {
  const facts = factsInPage();
  return { ...hostFacts(facts), deepLink: textOrNone(facts, 'deepLink') };
}

export function outlookPageFacts(): OutlookFacts {
  const facts = factsInPage();
  return {
    ...hostFacts(facts),
    set: textIn(facts, 'set'),
    item: textOrNone(facts, 'item'),
    ribbon: membersIn(facts, 'ribbon'),
    people: listIn(facts, 'people')
      .map(membersOf)
      .map((entry) => ({ name: textIn(entry, 'name'), address: textIn(entry, 'address') })),
  };
}

function hostFacts(facts: Members): HostFacts {
  const person = membersIn(facts, 'person');
  const account = membersIn(facts, 'account');
  return {
    theme: textIn(facts, 'theme'),
    bridge: textIn(facts, 'bridge'),
    view: textIn(facts, 'view'),
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
