import { namespaces } from './grammarTerms.ts';
import { parseUrl } from '../parseUrl.ts';
import { duplicates, type Problem } from './problem.ts';
import { allElements, type XmlElement } from './xmlTree.ts';

/** What an add-in-only manifest must agree with. */
export interface AddInExpectations {
  readonly origin: string;
  readonly addInId: string;
  /** Of the unified manifest, n.n.n. */
  readonly version: string;
  /** Cultures other than the default one that each string must be there in. */
  readonly cultures: readonly string[];
}

const mobileLabelCharacters = 16;
const requiredButtonSizes = ['16', '32', '80'];
const optionalButtonSizes = ['20', '24', '40', '48', '64'];
const mobileSizes = ['25', '32', '48'];
const mobileScales = ['1', '2', '3'];
const leastMailbox = 1.5;

const whereOf = (element: XmlElement): string => `line ${element.line}, ${element.name}`;
const named = (elements: readonly XmlElement[], name: string): readonly XmlElement[] =>
  elements.filter((element) => element.name === name);

/** Which kind of resource an element that refers to one must find. */
function resourceKind(element: XmlElement): string {
  switch (element.name) {
    case 'Image':
      return 'Images';
    case 'SourceLocation':
    case 'FunctionFile':
      return 'Urls';
    case 'Description':
    case 'Tooltip':
      return 'LongStrings';
    default:
      return 'ShortStrings';
  }
}

interface Resource {
  readonly element: XmlElement;
  readonly id: string;
  readonly kind: string;
}

function resourcesOf(elements: readonly XmlElement[]): readonly Resource[] {
  return named(elements, 'Resources').flatMap(({ children }) =>
    children.flatMap(({ name: kind, children: entries }) =>
      entries.map((element) => ({ element, id: element.attributes['id'] ?? '', kind })),
    ),
  );
}

function referenceProblems(
  elements: readonly XmlElement[],
  resources: readonly Resource[],
): readonly Problem[] {
  const referring = elements.filter(({ attributes }) => attributes['resid'] !== undefined);
  const dangling = referring.flatMap((element) => {
    const id = element.attributes['resid'] ?? '';
    const kind = resourceKind(element);
    return resources.some((resource) => resource.id === id && resource.kind === kind)
      ? []
      : [{ where: whereOf(element), what: `resid ${id} is not among the ${kind}` }];
  });
  const used = new Set(referring.map(({ attributes }) => attributes['resid']));
  const unused = resources
    .filter(({ id }) => !used.has(id))
    .map(({ element, id }) => ({ where: whereOf(element), what: `nothing refers to ${id}` }));
  return [...dangling, ...unused];
}

function twice(kind: string, ids: readonly string[]): readonly Problem[] {
  return duplicates(ids).map((id) => ({ where: kind, what: `the id ${id} is used more than once` }));
}

function idProblems(elements: readonly XmlElement[], resources: readonly Resource[]): readonly Problem[] {
  const idsOf = (name: string): readonly string[] =>
    named(elements, name).map(({ attributes }) => attributes['id'] ?? '');
  return [
    ...twice('Control', idsOf('Control')),
    ...twice('Group', idsOf('Group')),
    ...twice(
      'Resources',
      resources.map(({ id }) => id),
    ),
  ];
}

function iconProblems(elements: readonly XmlElement[]): readonly Problem[] {
  return named(elements, 'Icon').flatMap((icon) => {
    const where = whereOf(icon);
    const isMobile = icon.type !== undefined;
    const have = icon.children.map(({ attributes }) =>
      isMobile ? `${attributes['size']}@${attributes['scale']}` : (attributes['size'] ?? ''),
    );
    const wanted = isMobile
      ? mobileSizes.flatMap((size) => mobileScales.map((scale) => `${size}@${scale}`))
      : requiredButtonSizes;
    const allowed = isMobile ? wanted : [...wanted, ...optionalButtonSizes];
    return [
      ...wanted
        .filter((size) => !have.includes(size))
        .map((size) => ({ where, what: `lacks the size ${size}` })),
      ...have
        .filter((size) => !allowed.includes(size))
        .map((size) => ({ where, what: `${size} is no size of a button` })),
      ...duplicates(have).map((size) => ({ where, what: `the size ${size} is there twice` })),
    ];
  });
}

function languageProblems(elements: readonly XmlElement[], cultures: readonly string[]): readonly Problem[] {
  const strings = elements.filter(
    ({ name, namespace, attributes }) =>
      (name === 'String' || (name === 'Description' && namespace === namespaces.base)) &&
      attributes['DefaultValue'] !== undefined,
  );
  return strings.flatMap((element) => {
    const where = `${whereOf(element)} ${element.attributes['id'] ?? ''}`.trim();
    const have = element.children.map(({ attributes }) => attributes['Locale'] ?? '');
    return [
      ...cultures
        .filter((culture) => !have.includes(culture))
        .map((culture) => ({ where, what: `is not there in ${culture}` })),
      ...have
        .filter((culture) => !cultures.includes(culture))
        .map((culture) => ({ where, what: `is there in ${culture}, which is no language of the product` })),
      ...duplicates(have).map((culture) => ({ where, what: `is there twice in ${culture}` })),
    ];
  });
}

function urlProblems(elements: readonly XmlElement[], origin: string): readonly Problem[] {
  return elements.flatMap((element) => {
    const text = element.name === 'AppDomain' ? element.text : undefined;
    const urls = [...Object.values(element.attributes), ...(text === undefined ? [] : [text])].filter(
      (value) => /^[a-z][a-z0-9+.-]*:\/\//i.test(value) || value === text,
    );
    return urls
      .filter((value) => parseUrl(value)?.origin !== origin)
      .map((value) => ({ where: whereOf(element), what: `${value} is not on ${origin}` }));
  });
}

/** A phone shows about sixteen characters of a button. */
function mobileLabelProblems(
  elements: readonly XmlElement[],
  resources: readonly Resource[],
): readonly Problem[] {
  const labels = elements
    .filter(({ type }) => type?.name === 'MobileButton')
    .flatMap(({ children }) => named(children, 'Label').map(({ attributes }) => attributes['resid']));
  return resources
    .filter(({ id, kind }) => kind === 'ShortStrings' && labels.includes(id))
    .flatMap(({ element, id }) =>
      [
        element.attributes['DefaultValue'] ?? '',
        ...element.children.map(({ attributes }) => attributes['Value'] ?? ''),
      ]
        .filter((label) => label.length > mobileLabelCharacters)
        .map((label) => ({
          where: `${whereOf(element)} ${id}`,
          what: `"${label}" has ${label.length} characters, a phone shows ${mobileLabelCharacters}`,
        })),
    );
}

function headProblems(root: XmlElement, expected: AddInExpectations): readonly Problem[] {
  const textOf = (name: string): string => named(root.children, name)[0]?.text ?? '';
  const mailboxSets = named(
    allElements(root).filter(({ namespace }) => namespace === namespaces.base),
    'Set',
  ).filter(({ attributes }) => attributes['Name'] === 'Mailbox');
  const leastVersion = Number(mailboxSets[0]?.attributes['MinVersion'] ?? '0');
  const version = textOf('Version');
  const checks: readonly (readonly [boolean, string, string])[] = [
    [textOf('Id') !== expected.addInId, 'Id', `is not ${expected.addInId}`],
    // Excel and Outlook on the web refused three numbers (Office-Addin-Scripts #207), every client refuses a version below 1.0.
    [version !== `${expected.version}.0`, 'Version', `is not ${expected.version}.0`],
    [Number(version.split('.')[0]) < 1, 'Version', `${version} is below 1.0, which Outlook refuses`],
    [
      mailboxSets.length !== 1 || leastVersion < leastMailbox,
      'Requirements',
      `do not ask for Mailbox ${leastMailbox}`,
    ],
    ...(['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Requirements'] as const).map(
      (name) => [named(root.children, name).length !== 1, 'OfficeApp', `lacks ${name}`] as const,
    ),
    [textOf('Permissions') !== 'ReadWriteItem', 'Permissions', 'are not ReadWriteItem, the least that does'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, where, what]) => ({ where, what }));
}

/** What the schemas do not see: references, ids, sizes, languages, addresses, requirement sets. */
export function addInRulesProblems(root: XmlElement, expected: AddInExpectations): readonly Problem[] {
  const elements = allElements(root);
  const resources = resourcesOf(elements);
  return [
    ...headProblems(root, expected),
    ...referenceProblems(elements, resources),
    ...idProblems(elements, resources),
    ...iconProblems(elements),
    ...languageProblems(elements, expected.cultures),
    ...urlProblems(elements, expected.origin),
    ...mobileLabelProblems(elements, resources),
  ];
}

/** An icon that the manifest promises: address, and pixels of its side. */
export interface PromisedIcon {
  readonly url: string;
  readonly sizePixels: number;
  readonly where: string;
  /** Whether it must be of Outlook mobile's grey. */
  readonly isGrey: boolean;
}

/** Every icon that the manifest promises, with the size it is shown at. */
export function addInIcons(root: XmlElement): readonly PromisedIcon[] {
  const elements = allElements(root);
  const resources = resourcesOf(elements);
  const listing: readonly (readonly [string, number])[] = [
    ['IconUrl', 64],
    ['HighResolutionIconUrl', 128],
  ];
  const listed = listing.flatMap(([name, sizePixels]) =>
    named(root.children, name).map((element) => ({
      url: element.attributes['DefaultValue'] ?? '',
      sizePixels,
      where: whereOf(element),
      isGrey: false,
    })),
  );
  const points = named(elements, 'ExtensionPoint').flatMap((point) =>
    allElements(point)
      .filter(({ name, namespace }) => name === 'Image' && namespace === namespaces.basic)
      .map((image) => ({ image, isGrey: point.type?.name === 'MobileLogEventAppointmentAttendee' })),
  );
  const shown = points.flatMap(({ image, isGrey }) =>
    resources
      .filter(({ id, kind }) => kind === 'Images' && id === image.attributes['resid'])
      .map(({ element }) => ({
        url: element.attributes['DefaultValue'] ?? '',
        sizePixels: Number(image.attributes['size']) * Number(image.attributes['scale'] ?? '1'),
        where: whereOf(image),
        isGrey,
      })),
  );
  return [...listed, ...shown];
}
