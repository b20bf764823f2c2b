import { SaxesParser } from 'saxes';

/** An element of an XML document, names resolved. */
export interface XmlElement {
  readonly namespace: string;
  /** Name without its prefix. */
  readonly name: string;
  /** Attributes without a namespace, by name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** `xsi:type` without its prefix, and the namespace that the prefix stands for. */
  readonly type: { readonly namespace: string; readonly name: string } | undefined;
  readonly children: readonly XmlElement[];
  /** Text directly inside, trimmed. */
  readonly text: string;
  /** Line of the opening tag, from 1. */
  readonly line: number;
}

interface OpenElement extends Omit<XmlElement, 'children' | 'text'> {
  readonly children: XmlElement[];
  text: string;
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Parses a document; throws an Error with line and column when it is not well-formed, or an attribute is of an unknown namespace. */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    let type: XmlElement['type'];
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
      if (attribute.uri === '') attributes[attribute.local] = attribute.value;
      else if (attribute.uri === schemaInstance && attribute.local === 'type') {
        const [prefix, local] = attribute.value.includes(':')
          ? attribute.value.split(':', 2)
          : ['', attribute.value];
        type = { namespace: parser.resolve(prefix ?? '') ?? '', name: local ?? '' };
      } else throw new Error(`${parser.line}: attribute ${attribute.name} is of no known namespace`);
    }
    const element = { namespace: tag.uri, name: tag.local, attributes, type, line: parser.line };
    open.push({ ...element, children: [], text: '' });
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) return;
    const closed: XmlElement = { ...element, text: element.text.trim() };
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  parser.write(source).close();
  if (root === undefined) throw new Error('there is no element');
  return root;
}

/** The element and everything below it, in the order of the document. */
export function allElements(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(allElements)];
}
