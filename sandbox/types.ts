/** What the rooms of the sandbox tell each other. The sandbox shares no code with `src`. */

/** Who calls, as the access token says. */
export interface Principal {
  readonly oid: string;
  readonly tid: string;
  readonly upn: string;
  readonly appId: string;
  /** Delegated scopes, short names as Graph documents them (`Calendars.ReadWrite`). */
  readonly scopes: readonly string[];
}

export type TokenCheck =
  | { readonly kind: 'ok'; readonly principal: Principal }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly wwwAuthenticate?: string;
    };

/** Made by `identity`, used by `graph`. `bearer` is the token without the word Bearer. */
export interface TokenVerifier {
  verify(bearer: string): Promise<TokenCheck>;
}

/** The sandbox's only source of now; `POST /sandbox/clock` moves it. */
export interface Clock {
  now(): number;
  /** Sets now to the instant; time goes on running from there. */
  moveTo(epochMilli: number): void;
}

export interface TimeZoneBase {
  readonly name: string;
}
/** Graph's customTimeZone, as documented. */
export interface CustomTimeZone extends TimeZoneBase {
  readonly '@odata.type': '#microsoft.graph.customTimeZone';
  readonly bias: number;
  readonly standardOffset: CustomTransition;
  readonly daylightOffset: CustomTransition & { readonly daylightBias: number };
}
export interface CustomTransition {
  readonly time: string;
  readonly dayOccurrence: number;
  readonly dayOfWeek: string;
  readonly month: number;
  readonly year: number;
}

export interface WorkingHours {
  readonly daysOfWeek: readonly string[];
  readonly startTime: string;
  readonly endTime: string;
  readonly timeZone: TimeZoneBase | CustomTimeZone;
}

/** A person of the directory. Members not given by Graph v1.0 `user` are marked. */
export interface DirectoryUser {
  readonly id: string;
  readonly tenantId: string; // ours
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly officeLocation: string | null;
  readonly userType: 'Member' | 'Guest';
  /** ours: whether there is a mailbox and a OneDrive. */
  readonly hasMailbox: boolean;
  readonly hasDrive: boolean;
  /** ours: Windows or IANA name, as an administrator may have set either. */
  readonly timeZone: string;
  /** ours: null for somebody who never set hours. */
  readonly workingHours: WorkingHours | null;
  /** ours: what colleagues may see of the calendar. */
  readonly freeBusyVisibility: 'none' | 'freeBusy' | 'details';
  /** ours: an SVG or PNG of the photo, base64; null without photo. */
  readonly photoBase64: string | null;
}

/** One entry to put into a mailbox without sending anything: a Graph `event` as POST takes it. */
export interface SeedEvent {
  readonly subject: string;
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly end: { readonly dateTime: string; readonly timeZone: string };
  readonly isAllDay?: boolean;
  readonly showAs?: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly sensitivity?: 'normal' | 'personal' | 'private' | 'confidential';
  readonly location?: { readonly displayName: string };
  readonly body?: { readonly contentType: 'text' | 'html'; readonly content: string };
  /** Graph patternedRecurrence. */
  readonly recurrence?: {
    readonly pattern: Readonly<Record<string, unknown>>;
    readonly range: Readonly<Record<string, unknown>>;
  };
  /** Colleagues who get a copy each, as if invited and answered. Addresses. */
  readonly attendees?: readonly {
    readonly address: string;
    readonly response: 'none' | 'accepted' | 'tentativelyAccepted' | 'declined';
  }[];
  /** Local start dates (`yyyy-MM-dd` in start.timeZone) of the series that do not take place. */
  readonly cancelledDates?: readonly string[];
  /** Dates of the series that stand at another time, by original local date. */
  readonly movedDates?: readonly {
    readonly date: string;
    readonly start: string;
    readonly end: string;
    readonly subject?: string;
  }[];
}
