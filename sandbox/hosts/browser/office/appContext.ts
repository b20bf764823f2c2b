import type { PersonFacts } from '../pageFacts.ts';

interface ContextOptions {
  readonly instanceId: string;
  readonly set: string;
  readonly hasBridge: boolean;
  readonly isDialog: boolean;
  readonly addInName: string;
  readonly addInId: string;
  readonly appOrigin: string;
  readonly person: PersonFacts;
  /** What the add-in kept in the mailbox; each value as JSON. */
  readonly roamingSettings: Readonly<Record<string, string>>;
}

/** Number of Outlook on the web among Office's applications. */
const outlookWebApp = 64;

/** What Office.js is told at its start. Its own names; without one of them it does not start. */
export function appContext(options: ContextOptions): Readonly<Record<string, unknown>> {
  const { instanceId, person } = options;
  return {
    _id: options.addInId,
    _appName: outlookWebApp,
    _appVersion: '16.01',
    _appUILocale: person.locale,
    _dataLocale: person.locale,
    _docUrl: location.origin,
    _clientMode: 0,
    _settings: options.roamingSettings,
    _reason: 'inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: instanceId,
    _appInstanceId: instanceId,
    _hostFullVersion: '16.0.15201.10000',
    _clientWindowWidth: window.innerWidth,
    _clientWindowHeight: window.innerHeight,
    _addinName: options.addInName,
    _appDomains: [options.appOrigin],
    _requirementMatrix: requirementMatrix(options),
    _dialogRequirementMatrix: JSON.stringify({ DialogApi: '1.2', DialogOrigin: '1.1' }),
    _featureGates: {},
    _initialDisplayMode: 0,
  };
}

/** The only source of `isSetSupported`. */
function requirementMatrix({ set, hasBridge, isDialog }: ContextOptions): string {
  return JSON.stringify({
    Mailbox: set,
    DialogApi: '1.2',
    DialogOrigin: '1.1',
    IdentityAPI: '1.3',
    ...(hasBridge && !isDialog ? { NestedAppAuth: '1.1' } : {}),
  });
}
