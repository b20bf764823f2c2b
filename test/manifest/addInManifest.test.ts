import { packageFiles } from '../../scripts/package/administratorSheet.ts';
import { addInTypes } from '../../scripts/package/checks/addInGrammar.ts';
import { addInRulesProblems } from '../../scripts/package/checks/addInRulesCheck.ts';
import { addInSchemaProblems } from '../../scripts/package/checks/addInSchemaCheck.ts';
import { allElements, parseXml } from '../../scripts/package/checks/xmlTree.ts';
import { renderManifests } from '../../scripts/package/manifests.ts';
import { addInId } from '../../scripts/package/release.ts';
import { packedText, release, sources } from './packageSources.ts';

const xml = packedText(packageFiles.outlook);

function schema(text: string): string {
  return addInSchemaProblems(parseXml(text))
    .map(({ where, what }) => `${where}: ${what}`)
    .join('\n');
}

function rules(text: string): string {
  return addInRulesProblems(parseXml(text), {
    origin: release.origin,
    addInId: addInId(release),
    version: release.version,
    cultures: ['de-DE', 'es-ES', 'fr-FR'],
  })
    .map(({ where, what }) => `${where}: ${what}`)
    .join('\n');
}

/** The manifest with one thing planted; throws when there is no such place. */
function planted(place: string | RegExp, fault: string): string {
  const text = xml.replace(place, fault);
  if (text === xml) throw new Error(`The manifest has no ${String(place)}`);
  return text;
}

describe('the add-in-only manifest', () => {
  it('keeps the published schemas', () => {
    expect(schema(xml)).toBe('');
  });

  it('keeps what the schemas do not see', () => {
    expect(rules(xml)).toBe('');
  });

  it.each([
    ['MessageReadCommandSurface', ['messageReadMeet']],
    ['AppointmentOrganizerCommandSurface', ['organizerTimes', 'organizerNotes']],
    ['AppointmentAttendeeCommandSurface', ['attendeeNotes']],
    ['MobileMessageReadCommandSurface', ['mobileMessageReadMeet']],
    ['MobileLogEventAppointmentAttendee', ['mobileAttendeeNotes']],
  ])('has on %s the buttons %j', (surface, buttons) => {
    const point = allElements(parseXml(xml)).find(({ type }) => type?.name === surface);
    const controls = point === undefined ? [] : allElements(point).filter(({ name }) => name === 'Control');
    expect(controls.map(({ attributes }) => attributes['id'])).toEqual(buttons);
  });

  it('writes words of any language and sign as XML', () => {
    const words = {
      ...sources.manifests.words,
      de: { ...sources.manifests.words['de'], meetLabel: `<"Müller" & 'Söhne'>` },
    };
    const text = renderManifests({ ...sources.manifests, words }, release).addIn;
    const label = allElements(parseXml(text)).find(({ attributes }) => attributes['id'] === 'meetLabel');
    expect(label?.children[0]?.attributes['Value']).toBe(`<"Müller" & 'Söhne'>`);
  });

  it('is written for a publisher of any name', () => {
    const text = renderManifests(sources.manifests, {
      ...release,
      publisher: 'Smith & Sons "Library"',
    }).addIn;
    const name = parseXml(text).children.find((child) => child.name === 'ProviderName');
    expect(name?.text).toBe('Smith & Sons "Library"');
  });
});

describe('a document that is not well-formed', () => {
  it.each([
    ['a tag that is not closed', '</FormSettings>', ''],
    ['a bare ampersand', 'en-US', 'en & US'],
    ['an attribute given twice', '<Host Name="Mailbox"', '<Host Name="Mailbox" Name="Mailbox"'],
    ['a prefix that is bound to nothing', '<bt:Images>', '<bb:Images>'],
    ['text after the end', '</OfficeApp>', '</OfficeApp>more'],
  ])('is refused: %s', (_fault, place, fault) => {
    expect(() => parseXml(planted(place, fault))).toThrow(/./);
  });
});

describe('the schema check refuses', () => {
  it.each<[string, string | RegExp, string, string]>([
    ['another root', /<OfficeApp([\s\S]*)<\/OfficeApp>/, '<Office$1</Office>', 'is not OfficeApp'],
    [
      'a manifest for documents',
      'xsi:type="MailApp"',
      'xsi:type="TaskPaneApp"',
      'xsi:type TaskPaneApp is none of MailApp',
    ],
    [
      'elements in another order',
      /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/,
      '$2$1',
      'Id: stands too late inside OfficeApp: before Version',
    ],
    ['a missing element', /<DefaultLocale>.*<\/DefaultLocale>/, '', 'OfficeApp: lacks DefaultLocale'],
    ['an element twice', /(<ProviderName>.*<\/ProviderName>)/, '$1$1', 'ProviderName: stands more than once'],
    [
      'an unknown element',
      '<FormSettings>',
      '<Forms /><FormSettings>',
      'Forms: is not allowed inside OfficeApp',
    ],
    [
      'an element of another schema',
      '<Description resid="addInDescription" />',
      '<bt:Description resid="addInDescription" />',
      'Description: is not allowed inside VersionOverrides',
    ],
    ['an id that is no GUID', /<Id>.*<\/Id>/, '<Id>mentor</Id>', 'Id: is not a GUID'],
    [
      'a version that is none',
      /<Version>.*<\/Version>/,
      '<Version>1.x</Version>',
      'Version: is not a version',
    ],
    ['a culture that is none', 'en-US', 'english', 'DefaultLocale: is not the name of a culture'],
    [
      'a name of 126 characters',
      'DisplayName DefaultValue="Mentor Meetings"',
      `DisplayName DefaultValue="${'x'.repeat(126)}"`,
      'has 126 characters, 125 are allowed',
    ],
    [
      'a description of 251 characters',
      /<Description DefaultValue="[^"]*"/,
      `<Description DefaultValue="${'x'.repeat(251)}"`,
      'has 251 characters, 250 are allowed',
    ],
    [
      'a short string of 126 characters',
      /id="timesLabel" DefaultValue="[^"]*"/,
      `id="timesLabel" DefaultValue="${'x'.repeat(126)}"`,
      'has 126 characters, 125 are allowed',
    ],
    [
      'a long string of 251 characters',
      /id="timesTip" DefaultValue="[^"]*"/,
      `id="timesTip" DefaultValue="${'x'.repeat(251)}"`,
      'has 251 characters, 250 are allowed',
    ],
    [
      'a translation of 251 characters',
      /(id="timesTip"[^>]*><bt:Override Locale="de-DE" Value=")[^"]*"/,
      `$1${'x'.repeat(251)}"`,
      'Value has 251 characters',
    ],
    [
      'an empty string',
      /id="timesLabel" DefaultValue="[^"]*"/,
      'id="timesLabel" DefaultValue=""',
      'DefaultValue is empty',
    ],
    [
      'an id of 33 characters',
      'bt:Image id="mark16"',
      `bt:Image id="${'m'.repeat(33)}"`,
      'id has 33 characters, 32 are allowed',
    ],
    [
      'an address of 2049 characters',
      /(id="meetPane" DefaultValue=")[^"]*"/,
      `$1https://mentor.example.org/${'x'.repeat(2022)}"`,
      'has 2049 characters, 2048 are allowed',
    ],
    ['an unknown permission', 'ReadWriteItem', 'ReadWriteAll', 'Permissions: is none of Restricted'],
    [
      'a pane higher than Outlook',
      '<RequestedHeight>450',
      '<RequestedHeight>451',
      'is not a height of 32 to 450',
    ],
    [
      'a rule for nothing',
      'ItemType="Message"',
      'ItemType="Task"',
      'ItemType is none of Message, Appointment',
    ],
    [
      'a requirement without a version',
      'MinVersion="1.5"',
      'MinVersion="latest"',
      'MinVersion is not a version n.n',
    ],
    [
      'overrides outside the place for them',
      'xsi:type="VersionOverridesV1_1"',
      'xsi:type="VersionOverridesV1_0"',
      'xsi:type VersionOverridesV1_0 is none of VersionOverridesV1_1',
    ],
    [
      'an unknown surface',
      'MobileLogEventAppointmentAttendee',
      'MobileAppointment',
      'xsi:type MobileAppointment is none of',
    ],
    [
      'a surface of a phone on a desktop',
      'xsi:type="AppointmentAttendeeCommandSurface"',
      'xsi:type="MobileMessageReadCommandSurface"',
      'xsi:type MobileMessageReadCommandSurface is none of',
    ],
    [
      'a button of a desktop on a phone',
      'xsi:type="MobileButton"',
      'xsi:type="Button"',
      'xsi:type Button is none of MobileButton',
    ],
    ['a button without a supertip', /<Supertip>[\s\S]*?<\/Supertip>/, '', 'Control: lacks Supertip'],
    [
      'a button whose label comes last',
      /(<Control xsi:type="Button" id="organizerTimes">)\s*(<Label resid="timesLabel" \/>)([\s\S]*?)(<\/Control>)/,
      '$1$3$2$4',
      'Label: stands too late inside Control',
    ],
    [
      'pinning before the page',
      /(<SourceLocation resid="meetPane" \/>)\s*(<SupportsPinning>true<\/SupportsPinning>)/,
      '$2$1',
      'SourceLocation: stands too late inside Action',
    ],
    [
      'an icon for phones that is not marked so',
      ' xsi:type="bt:MobileIconList"',
      '',
      'Icon: needs an xsi:type',
    ],
    [
      'a type of another schema',
      'xsi:type="bt:MobileIconList"',
      'xsi:type="MobileIconList"',
      'xsi:type MobileIconList is none of',
    ],
    [
      'a picture without a size',
      '<bt:Image size="16" resid="mark16" />',
      '<bt:Image resid="mark16" />',
      'Image: lacks the attribute size',
    ],
    [
      'an attribute that has no place',
      '<Host Name="Mailbox"',
      '<Host Name="Mailbox" Version="1"',
      'Host: takes no attribute Version',
    ],
    ['text that has no place', '<FormSettings>', '<FormSettings>text', 'FormSettings: holds text'],
    [
      'resources of another order',
      /(<bt:Images>[\s\S]*<\/bt:Images>)\s*(<bt:Urls>[\s\S]*<\/bt:Urls>)/,
      '$2$1',
      'Images: stands too late inside Resources',
    ],
  ])('%s', (_fault, place, fault, message) => {
    expect(schema(planted(place, fault))).toContain(message);
  });

  it('knows every type that its own rules name', () => {
    const named = Object.values(addInTypes).flatMap(({ sequence = [], subtypes = [] }) => [
      ...sequence.map(({ type }) => type),
      ...subtypes,
    ]);
    expect(named.filter((type) => addInTypes[type] === undefined)).toEqual([]);
  });
});

describe('the rules check refuses', () => {
  it.each<[string, string | RegExp, string, string]>([
    [
      'another id',
      /<Id>.*<\/Id>/,
      '<Id>11111111-2222-4333-8444-555555555555</Id>',
      `Id: is not ${addInId(release)}`,
    ],
    ['another version than the unified manifest’s', '1.4.2.0', '1.4.1.0', 'Version: is not 1.4.2.0'],
    ['a version of three numbers', '1.4.2.0', '1.4.2', 'Version: is not 1.4.2.0'],
    ['a version below 1.0', '1.4.2.0', '0.4.2.0', 'is below 1.0, which Outlook refuses'],
    [
      'a requirement set that is too low',
      'MinVersion="1.5"',
      'MinVersion="1.3"',
      'do not ask for Mailbox 1.5',
    ],
    ['no requirement', /<Requirements>[\s\S]*?<\/Requirements>/, '', 'OfficeApp: lacks Requirements'],
    ['no icon for lists', /<IconUrl[^>]*>/, '', 'OfficeApp: lacks IconUrl'],
    [
      'no icon of high resolution',
      /<HighResolutionIconUrl[^>]*>/,
      '',
      'OfficeApp: lacks HighResolutionIconUrl',
    ],
    ['no page for help', /<SupportUrl[^>]*>/, '', 'OfficeApp: lacks SupportUrl'],
    ['more permission than needed', 'ReadWriteItem', 'ReadWriteMailbox', 'are not ReadWriteItem'],
    [
      'a label that is not there',
      'Label resid="timesLabel"',
      'Label resid="timeLabel"',
      'resid timeLabel is not among the ShortStrings',
    ],
    [
      'a description among the short strings',
      'Description resid="timesTip"',
      'Description resid="timesLabel"',
      'resid timesLabel is not among the LongStrings',
    ],
    [
      'a page that is a picture',
      'SourceLocation resid="timesPane"',
      'SourceLocation resid="times16"',
      'resid times16 is not among the Urls',
    ],
    [
      'a picture that is not there',
      'resid="notes16"',
      'resid="notes17"',
      'resid notes17 is not among the Images',
    ],
    [
      'a string that nothing uses',
      '<bt:LongStrings>',
      '<bt:LongStrings><bt:String id="old" DefaultValue="Old" />',
      'nothing refers to old',
    ],
    [
      'two resources of one id',
      'bt:Url id="timesPane"',
      'bt:Url id="meetPane"',
      'Resources: the id meetPane is used more than once',
    ],
    [
      'two buttons of one id',
      'id="attendeeNotes"',
      'id="organizerNotes"',
      'Control: the id organizerNotes is used more than once',
    ],
    [
      'two groups of one id',
      'id="attendeeGroup"',
      'id="organizerGroup"',
      'Group: the id organizerGroup is used more than once',
    ],
    ['a button without 80 pixels', '<bt:Image size="80" resid="times80" />', '', 'Icon: lacks the size 80'],
    [
      'a button of an odd size',
      '<bt:Image size="20" resid="times20" />',
      '<bt:Image size="22" resid="times20" />',
      'Icon: 22 is no size of a button',
    ],
    [
      'a size given twice',
      '<bt:Image size="20" resid="times20" />',
      '<bt:Image size="16" resid="times20" />',
      'Icon: the size 16 is there twice',
    ],
    [
      'a phone’s button without a scale',
      '<bt:Image size="48" scale="3" resid="mark144" />',
      '',
      'Icon: lacks the size 48@3',
    ],
    [
      'a string that is not translated',
      /(id="timesTip"[^>]*>)<bt:Override Locale="de-DE"[^>]*>/,
      '$1',
      'timesTip: is not there in de-DE',
    ],
    [
      'a description that is not translated',
      /(<Description DefaultValue="[^"]*">)<Override Locale="de-DE"[^>]*>/,
      '$1',
      'Description: is not there in de-DE',
    ],
    [
      'a language that the product has not',
      /(:String id="timesTip"[^>]*>)/,
      '$1<bt:Override Locale="it-IT" Value="Orari" />',
      'is there in it-IT, which is no language of the product',
    ],
    [
      'a translation given twice',
      /(id="timesTip"[^>]*>)(<bt:Override Locale="de-DE"[^>]*>)/,
      '$1$2$2',
      'is there twice in de-DE',
    ],
    [
      'a page of another site',
      'https://mentor.example.org/taskpane.html?pane=meet',
      'https://example.net/taskpane.html?pane=meet',
      'is not on https://mentor.example.org',
    ],
    [
      'a page without https',
      'https://mentor.example.org/taskpane.html?pane=meet',
      'http://mentor.example.org/taskpane.html?pane=meet',
      'is not on https://mentor.example.org',
    ],
    [
      'a foreign domain to trust',
      '<AppDomain>https://mentor.example.org<',
      '<AppDomain>https://example.net<',
      'https://example.net is not on',
    ],
    [
      'a domain without its protocol',
      '<AppDomain>https://mentor.example.org<',
      '<AppDomain>mentor.example.org<',
      'mentor.example.org is not on',
    ],
    [
      'a phone’s label that is too long',
      /(id="notesMobileLabel" DefaultValue=")[^"]*"/,
      '$1Prep notes of this one"',
      'has 22 characters, a phone shows 16',
    ],
  ])('%s', (_fault, place, fault, message) => {
    expect(rules(planted(place, fault))).toContain(message);
  });
});
