import type { Json } from '../fillTemplate.ts';
import { parseUrl } from '../parseUrl.ts';
import { duplicates, type Problem } from './problem.ts';
import { allValues, isObject, problemIf, stringAt, stringsAt, valuesAt } from './unifiedManifest.ts';

/** What the unified manifest must agree with. */
export interface UnifiedExpectations {
  readonly origin: string;
  readonly host: string;
  readonly clientId: string;
  readonly brokerRedirectUri: string;
  readonly addInId: string;
  readonly appId: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Ribbon buttons need these, whatever else they have. */
const requiredIconSizes = [16, 32, 80];
const meetingContexts = ['meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'];
/** Outlook and the other places of a unified manifest show no more commands than this. */
const mostCommands = 20;

function actionProblems(manifest: Json): readonly Problem[] {
  const actions = stringsAt(manifest, 'runtimes.actions.id');
  const used = stringsAt(manifest, 'actionId');
  const known = new Set(actions.map(({ value }) => value));
  const wanted = new Set(used.map(({ value }) => value));
  return [
    ...used
      .filter(({ value }) => !known.has(value))
      .map(({ path, value }) => ({ where: path, what: `no runtime has the action ${value}` })),
    ...actions
      .filter(({ value }) => !wanted.has(value))
      .map(({ path, value }) => ({ where: path, what: `nothing uses the action ${value}` })),
    ...problemIf(
      actions.length > mostCommands,
      'extensions[0].runtimes',
      `has ${actions.length} actions, ${mostCommands} are allowed`,
    ),
  ];
}

function idProblems(manifest: Json, expected: UnifiedExpectations): readonly Problem[] {
  const kinds = [
    'runtimes.id',
    'runtimes.actions.id',
    'ribbons.tabs.groups.id',
    'groups.controls.id',
    'staticTabs.entityId',
  ];
  const twice = kinds.flatMap((kind) =>
    duplicates(stringsAt(manifest, kind).map(({ value }) => value)).map((id) => ({
      where: kind,
      what: `the id ${id} is used more than once`,
    })),
  );
  const id = stringAt(manifest, 'id');
  return [
    ...twice,
    ...problemIf(!guid.test(id), 'id', 'is not a GUID in lower case'),
    ...problemIf(id !== expected.appId, 'id', `is not ${expected.appId}`),
    ...problemIf(
      id === expected.addInId,
      'id',
      'is also the add-in-only manifest’s: hiding that one would hide this one',
    ),
  ];
}

function addressProblems(manifest: Json, expected: UnifiedExpectations): readonly Problem[] {
  const domains = listOf(manifest, 'validDomains');
  const foreign = domains.filter((domain) => domain !== expected.host);
  const urls = allValues(manifest).flatMap(({ path, value }) =>
    typeof value === 'string' && path !== '$schema' && /^[a-z][a-z0-9+.-]*:\/\//i.test(value)
      ? [{ path, value }]
      : [],
  );
  const wrongUrls = urls.filter(({ path, value }) =>
    path.endsWith('.redirectUri')
      ? value !== expected.brokerRedirectUri
      : parseUrl(value)?.origin !== expected.origin,
  );
  return [
    ...problemIf(
      !domains.includes(expected.host),
      'validDomains',
      `does not hold the site’s own ${expected.host}`,
    ),
    ...foreign.map((domain) => ({ where: 'validDomains', what: `${JSON.stringify(domain)} is not ours` })),
    ...wrongUrls.map(({ path, value }) => ({ where: path, what: `${value} is not on ${expected.origin}` })),
  ];
}

function signInProblems(manifest: Json, expected: UnifiedExpectations): readonly Problem[] {
  const where = 'webApplicationInfo';
  const redirects = stringsAt(manifest, 'nestedAppAuthInfo.redirectUri');
  return [
    ...problemIf(
      stringAt(manifest, 'webApplicationInfo.id') !== expected.clientId,
      `${where}.id`,
      `is not the client id ${expected.clientId}`,
    ),
    ...problemIf(redirects.length === 0, where, 'has no nestedAppAuthInfo'),
  ];
}

/** A list of an object, or an empty one. */
function listOf(value: Json, key: string): readonly Json[] {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}

function tabProblems(manifest: Json): readonly Problem[] {
  const tabs = listOf(manifest, 'staticTabs').map((tab, index) => ({ path: `staticTabs[${index}]`, tab }));
  const inScope = (scope: string): typeof tabs =>
    tabs.filter(({ tab }) => listOf(tab, 'scopes').includes(scope));
  const meetings = inScope('groupChat');
  return [
    ...problemIf(inScope('personal').length === 0, 'staticTabs', 'has no personal tab'),
    ...problemIf(meetings.length === 0, 'staticTabs', 'has no tab for meetings (scope groupChat)'),
    ...meetings.flatMap(({ path, tab }) =>
      meetingContexts
        .filter((context) => !listOf(tab, 'context').includes(context))
        .map((context) => ({ where: path, what: `lacks the context ${context}` })),
    ),
    ...problemIf(
      valuesAt(manifest, 'configurableTabs').length > 0,
      'configurableTabs',
      'would need a configuration page, and there is none',
    ),
  ];
}

function iconSizeProblems(manifest: Json): readonly Problem[] {
  return valuesAt(manifest, 'controls.icons')
    .filter(({ value }) => Array.isArray(value))
    .flatMap(({ path, value }) => {
      const sizes = valuesAt(value, 'size').map((size) => size.value);
      return [
        ...requiredIconSizes
          .filter((size) => !sizes.includes(size))
          .map((size) => ({ where: path, what: `lacks the size ${size}` })),
        ...duplicates(sizes.map(String)).map((size) => ({ where: path, what: `has the size ${size} twice` })),
      ];
    });
}

function alternateProblems(manifest: Json, expected: UnifiedExpectations): readonly Problem[] {
  const hidden = stringsAt(manifest, 'alternates.hide.customOfficeAddin.officeAddinId');
  return problemIf(
    hidden.length !== 1 || hidden[0]?.value !== expected.addInId,
    'extensions[0].alternates',
    `does not hide the add-in-only manifest ${expected.addInId}: people would see two buttons`,
  );
}

/** What the published schema does not see: actions, ids, addresses, sign-in, tabs, icons, the tie to the other manifest. */
export function unifiedRulesProblems(manifest: Json, expected: UnifiedExpectations): readonly Problem[] {
  const version = stringAt(manifest, 'version');
  return [
    ...problemIf(
      !/^[1-9]\d{0,4}\.\d{1,5}\.\d{1,5}$/.test(version),
      'version',
      `${version} is not n.n.n, from 1.0.0 on`,
    ),
    ...actionProblems(manifest),
    ...idProblems(manifest, expected),
    ...addressProblems(manifest, expected),
    ...signInProblems(manifest, expected),
    ...tabProblems(manifest),
    ...iconSizeProblems(manifest),
    ...alternateProblems(manifest, expected),
  ];
}
