import type { PersonFacts } from '../pageFacts.ts';

/** The flat context that hosts answer `getContext` with; teams-js makes its nested one of it. */
export function legacyContext(options: {
  readonly person: PersonFacts;
  readonly appId: string;
  readonly theme: string;
  readonly deepLink: string | undefined;
  readonly sessionId: string;
  readonly frameContext: 'content' | 'authentication';
}): Readonly<Record<string, unknown>> {
  const { person, theme, sessionId } = options;
  return {
    appId: options.appId,
    appLaunchId: sessionId,
    appSessionId: sessionId,
    sessionId,
    entityId: 'mentor-meetings',
    ...(options.deepLink === undefined ? {} : { subEntityId: options.deepLink }),
    frameContext: options.frameContext,
    hostClientType: 'web',
    hostName: 'Teams',
    isFullScreen: false,
    locale: person.locale.toLowerCase(),
    loginHint: person.upn,
    manifestVersion: '1.30',
    theme: theme === 'light' ? 'default' : theme,
    tid: person.tid,
    userObjectId: person.oid,
    userPrincipalName: person.upn,
  };
}
