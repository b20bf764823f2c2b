// What the published schemas of the add-in-only manifest say of a mail add-in: [MS-OWEMXML], sections 5.2 (appforoffice/1.1), 5.4 and 5.5
// (mailappversionoverrides) and 5.6 (officeappbasictypes). Only what a manifest of ours could use; anything else is refused.

import {
  boolean,
  child,
  culture,
  integer,
  localeAware,
  longString,
  namespaces,
  optional,
  override,
  referenceId,
  required,
  shortString,
  shortVersion,
  textType,
  url,
  uuid,
  version,
  type AttributeRule,
  type TypeRule,
} from './grammarTerms.ts';

const { base, basic, overrides10, overrides11 } = namespaces;

const resource: Readonly<Record<string, AttributeRule>> = { resid: required(referenceId) };
const withId: Readonly<Record<string, AttributeRule>> = { id: required(shortString) };
const commandSurface: TypeRule = { namespace: overrides11, sequence: [child('OfficeTab', 'Tab', '*')] };

/** Types by name. Names that two schemas share carry the number of theirs. */
export const addInTypes: Readonly<Record<string, TypeRule>> = {
  OfficeApp: { namespace: base, subtypes: ['MailApp'] },
  MailApp: {
    namespace: base,
    sequence: [
      child('Id', 'Uuid', '1'),
      child('AlternateId', 'ShortText', '?'),
      child('Version', 'Version', '1'),
      child('ProviderName', 'ShortText', '1'),
      child('DefaultLocale', 'Culture', '1'),
      child('DisplayName', 'ShortLocaleAware', '1'),
      child('Description', 'LongLocaleAware', '1'),
      child('IconUrl', 'UrlLocaleAware', '?'),
      child('HighResolutionIconUrl', 'UrlLocaleAware', '?'),
      child('SupportUrl', 'UrlLocaleAware', '?'),
      child('AppDomains', 'AppDomains', '?'),
      child('Hosts', 'BaseHosts', '?'),
      child('Requirements', 'BaseRequirements', '?'),
      child('FormSettings', 'FormSettings', '1'),
      child('Permissions', 'Permissions', '1'),
      child('Rule', 'Rule', '1'),
      child('DisableEntityHighlighting', 'Boolean', '?'),
      child('VersionOverrides', 'VersionOverrides10', '?', overrides10),
    ],
  },
  Uuid: textType(base, uuid),
  Version: textType(base, version),
  ShortText: textType(base, shortString),
  Culture: textType(base, culture),
  Boolean: textType(base, boolean),
  Permissions: textType(base, { oneOf: ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'] }),
  ShortLocaleAware: localeAware(base, shortString, 'ShortOverride', false),
  LongLocaleAware: localeAware(base, longString, 'LongOverride', false),
  UrlLocaleAware: localeAware(base, url, 'UrlOverride', false),
  ShortOverride: override(base, shortString),
  LongOverride: override(base, longString),
  UrlOverride: override(base, url),
  AppDomains: { namespace: base, sequence: [child('AppDomain', 'AppDomain', '+')] },
  AppDomain: textType(base, url),
  BaseHosts: { namespace: base, sequence: [child('Host', 'BaseHost', '+')] },
  BaseHost: { namespace: base, attributes: { Name: required({ oneOf: ['Mailbox'] }) } },
  BaseRequirements: { namespace: base, sequence: [child('Sets', 'BaseSets', '?')] },
  BaseSets: {
    namespace: base,
    attributes: { DefaultMinVersion: optional(shortVersion) },
    sequence: [child('Set', 'BaseSet', '+')],
  },
  BaseSet: {
    namespace: base,
    attributes: { Name: required(shortString), MinVersion: optional(shortVersion) },
  },
  FormSettings: { namespace: base, sequence: [child('Form', 'Form', '+')] },
  Form: { namespace: base, subtypes: ['ItemRead', 'ItemEdit'] },
  ItemRead: {
    namespace: base,
    sequence: [
      child('DesktopSettings', 'DesktopRead', '1'),
      child('TabletSettings', 'DesktopRead', '?'),
      child('PhoneSettings', 'EditSettings', '?'),
    ],
  },
  ItemEdit: {
    namespace: base,
    sequence: [
      child('DesktopSettings', 'EditSettings', '1'),
      child('TabletSettings', 'EditSettings', '?'),
      child('PhoneSettings', 'EditSettings', '?'),
    ],
  },
  DesktopRead: {
    namespace: base,
    sequence: [child('SourceLocation', 'UrlLocaleAware', '1'), child('RequestedHeight', 'Height', '1')],
  },
  EditSettings: { namespace: base, sequence: [child('SourceLocation', 'UrlLocaleAware', '1')] },
  Height: textType(base, {
    pattern: /^(3[2-9]|[4-9]\d|[1-3]\d\d|4[0-4]\d|450)$/,
    means: 'a height of 32 to 450',
  }),
  Rule: { namespace: base, subtypes: ['ItemIs', 'RuleCollection'] },
  RuleCollection: {
    namespace: base,
    attributes: { Mode: required({ oneOf: ['And', 'Or'] }) },
    sequence: [child('Rule', 'Rule', '+')],
  },
  ItemIs: {
    namespace: base,
    attributes: {
      ItemType: required({ oneOf: ['Message', 'Appointment'] }),
      FormType: required({ oneOf: ['Read', 'Edit', 'ReadOrEdit'] }),
    },
  },
  VersionOverrides10: { namespace: overrides10, subtypes: ['VersionOverridesV1_0'] },
  VersionOverridesV1_0: {
    namespace: overrides10,
    sequence: [child('VersionOverrides', 'VersionOverrides11', '?', overrides11)],
  },
  VersionOverrides11: { namespace: overrides11, subtypes: ['VersionOverridesV1_1'] },
  VersionOverridesV1_1: {
    namespace: overrides11,
    sequence: [
      child('Description', 'Reference', '?'),
      child('Requirements', 'Requirements', '?'),
      child('Hosts', 'Hosts', '?'),
      child('Resources', 'Resources', '?'),
    ],
  },
  Reference: { namespace: overrides11, attributes: resource },
  Requirements: { namespace: overrides11, sequence: [child('Sets', 'Sets', '?', basic)] },
  Sets: {
    namespace: basic,
    attributes: { DefaultMinVersion: optional(shortVersion) },
    sequence: [child('Set', 'Set', '+')],
  },
  Set: { namespace: basic, attributes: { Name: required(shortString), MinVersion: optional(shortVersion) } },
  Hosts: { namespace: overrides11, sequence: [child('Host', 'Host', '+')] },
  Host: { namespace: overrides11, subtypes: ['MailHost'] },
  MailHost: {
    namespace: overrides11,
    sequence: [
      child('DesktopFormFactor', 'DesktopFormFactor', '?'),
      child('MobileFormFactor', 'MobileFormFactor', '?'),
    ],
  },
  DesktopFormFactor: {
    namespace: overrides11,
    sequence: [
      child('SupportsSharedFolders', 'Boolean11', '?'),
      child('FunctionFile', 'Reference', '?'),
      child('ExtensionPoint', 'DesktopExtensionPoint', '+'),
    ],
  },
  MobileFormFactor: {
    namespace: overrides11,
    sequence: [child('FunctionFile', 'Reference', '?'), child('ExtensionPoint', 'MobileExtensionPoint', '+')],
  },
  DesktopExtensionPoint: {
    namespace: overrides11,
    subtypes: [
      'MessageReadCommandSurface',
      'MessageComposeCommandSurface',
      'AppointmentOrganizerCommandSurface',
      'AppointmentAttendeeCommandSurface',
    ],
  },
  MessageReadCommandSurface: commandSurface,
  MessageComposeCommandSurface: commandSurface,
  AppointmentOrganizerCommandSurface: commandSurface,
  AppointmentAttendeeCommandSurface: commandSurface,
  Tab: {
    namespace: overrides11,
    attributes: { id: required({ oneOf: ['TabDefault'] }) },
    sequence: [child('Group', 'Group', '+')],
  },
  Group: {
    namespace: overrides11,
    attributes: withId,
    sequence: [
      child('Label', 'Reference', '1'),
      child('Tooltip', 'Reference', '?'),
      child('Control', 'Control', '+'),
    ],
  },
  Control: { namespace: overrides11, subtypes: ['Button'] },
  Button: {
    namespace: overrides11,
    attributes: withId,
    sequence: [
      child('Label', 'Reference', '1'),
      child('Supertip', 'Supertip', '1'),
      child('Icon', 'IconList', '1'),
      child('Action', 'Action', '1'),
    ],
  },
  Supertip: {
    namespace: overrides11,
    sequence: [child('Title', 'Reference', '1'), child('Description', 'Reference', '1')],
  },
  IconList: { namespace: basic, sequence: [child('Image', 'ImageReference', '+')] },
  ImageReference: { namespace: basic, attributes: { ...resource, size: required(integer) } },
  Action: { namespace: overrides11, subtypes: ['ShowTaskpane', 'ExecuteFunction'] },
  ShowTaskpane: {
    namespace: overrides11,
    sequence: [
      child('SourceLocation', 'Reference', '1'),
      child('SupportsPinning', 'Boolean11', '?'),
      child('SupportsNoItemContext', 'Boolean11', '?'),
      child('SupportsMultiSelect', 'Boolean11', '?'),
    ],
  },
  ExecuteFunction: { namespace: overrides11, sequence: [child('FunctionName', 'LongText11', '1')] },
  Boolean11: textType(overrides11, boolean),
  LongText11: textType(overrides11, longString),
  MobileExtensionPoint: {
    namespace: overrides11,
    subtypes: [
      'MobileMessageReadCommandSurface',
      'MobileOnlineMeetingCommandSurface',
      'MobileLogEventAppointmentAttendee',
    ],
  },
  MobileMessageReadCommandSurface: { namespace: overrides11, sequence: [child('Group', 'MobileGroup', '1')] },
  MobileOnlineMeetingCommandSurface: {
    namespace: overrides11,
    sequence: [child('Control', 'MobileControl', '1')],
  },
  MobileLogEventAppointmentAttendee: {
    namespace: overrides11,
    sequence: [child('Control', 'MobileControl', '1')],
  },
  MobileGroup: {
    namespace: overrides11,
    attributes: withId,
    sequence: [child('Label', 'Reference', '1'), child('Control', 'MobileControl', '+')],
  },
  MobileControl: { namespace: overrides11, subtypes: ['MobileButton'] },
  MobileButton: {
    namespace: overrides11,
    attributes: withId,
    sequence: [
      child('Label', 'Reference', '1'),
      child('Icon', 'MobileIcon', '1'),
      child('Action', 'Action', '1'),
    ],
  },
  MobileIcon: { namespace: basic, subtypes: ['MobileIconList'] },
  MobileIconList: { namespace: basic, sequence: [child('Image', 'MobileImageReference', '+')] },
  MobileImageReference: {
    namespace: basic,
    attributes: { ...resource, size: required(integer), scale: required(integer) },
  },
  Resources: {
    namespace: basic,
    sequence: [
      child('Images', 'Images', '?'),
      child('Urls', 'Urls', '?'),
      child('ShortStrings', 'ShortStrings', '?'),
      child('LongStrings', 'LongStrings', '?'),
    ],
  },
  Images: { namespace: basic, sequence: [child('Image', 'UrlResource', '*')] },
  Urls: { namespace: basic, sequence: [child('Url', 'UrlResource', '*')] },
  ShortStrings: { namespace: basic, sequence: [child('String', 'ShortResource', '*')] },
  LongStrings: { namespace: basic, sequence: [child('String', 'LongResource', '*')] },
  UrlResource: localeAware(basic, url, 'UrlResourceOverride', true),
  ShortResource: localeAware(basic, shortString, 'ShortResourceOverride', true),
  LongResource: localeAware(basic, longString, 'LongResourceOverride', true),
  UrlResourceOverride: override(basic, url),
  ShortResourceOverride: override(basic, shortString),
  LongResourceOverride: override(basic, longString),
};
