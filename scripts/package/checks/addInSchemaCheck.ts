import { addInTypes } from './addInGrammar.ts';
import { namespaces, type ChildRule, type TypeRule, type ValueRule } from './grammarTerms.ts';
import type { Problem } from './problem.ts';
import type { XmlElement } from './xmlTree.ts';

const whereOf = (element: XmlElement): string => `line ${element.line}, ${element.name}`;

function ruleOf(type: string): TypeRule {
  const rule = addInTypes[type];
  if (rule === undefined) throw new Error(`The grammar has no type ${type}`);
  return rule;
}

function valueProblem(value: string, rule: ValueRule): string | undefined {
  if ('oneOf' in rule) return rule.oneOf.includes(value) ? undefined : `is none of ${rule.oneOf.join(', ')}`;
  if ('pattern' in rule) return rule.pattern.test(value) ? undefined : `is not ${rule.means}`;
  if (value === '') return 'is empty';
  return value.length > rule.maxLength
    ? `has ${value.length} characters, ${rule.maxLength} are allowed`
    : undefined;
}

/** The type that an element really has: for an abstract one, what its `xsi:type` names. */
function concreteType(element: XmlElement, type: string): { readonly rule: TypeRule } | Problem {
  const rule = ruleOf(type);
  if (rule.subtypes === undefined)
    return element.type === undefined
      ? { rule }
      : { where: whereOf(element), what: `takes no xsi:type, has ${element.type.name}` };
  const named = element.type;
  if (named === undefined)
    return { where: whereOf(element), what: `needs an xsi:type: ${rule.subtypes.join(', ')}` };
  const concrete = rule.subtypes.includes(named.name) ? ruleOf(named.name) : undefined;
  return concrete !== undefined && concrete.namespace === named.namespace
    ? { rule: concrete }
    : { where: whereOf(element), what: `xsi:type ${named.name} is none of ${rule.subtypes.join(', ')}` };
}

function attributeProblems(element: XmlElement, rule: TypeRule): readonly Problem[] {
  const where = whereOf(element);
  const rules = rule.attributes ?? {};
  const missing = Object.entries(rules)
    .filter(([name, { required }]) => required && element.attributes[name] === undefined)
    .map(([name]) => ({ where, what: `lacks the attribute ${name}` }));
  const wrong = Object.entries(element.attributes).flatMap(([name, value]) => {
    const attribute = rules[name];
    if (attribute === undefined) return [{ where, what: `takes no attribute ${name}` }];
    const problem = valueProblem(value, attribute.value);
    return problem === undefined ? [] : [{ where, what: `${name} ${problem}` }];
  });
  return [...missing, ...wrong];
}

const fits = (element: XmlElement, rule: ChildRule, parent: TypeRule): boolean =>
  element.name === rule.name && element.namespace === (rule.namespace ?? parent.namespace);

/** Reads the children as a sequence: each must fit the place reached, or a later one. */
function childProblems(element: XmlElement, rule: TypeRule): readonly Problem[] {
  const sequence = rule.sequence ?? [];
  const counts = sequence.map(() => 0);
  const problems: Problem[] = [];
  let place = 0;
  for (const child of element.children) {
    const found = sequence.findIndex((entry) => fits(child, entry, rule));
    const entry = sequence[found];
    if (entry === undefined) {
      problems.push({ where: whereOf(child), what: `is not allowed inside ${element.name}` });
      continue;
    }
    if (found < place)
      problems.push({
        where: whereOf(child),
        what: `stands too late inside ${element.name}: before ${sequence[place]?.name}`,
      });
    place = Math.max(place, found);
    counts[found] = (counts[found] ?? 0) + 1;
    if (entry.max === 1 && (counts[found] ?? 0) > 1)
      problems.push({ where: whereOf(child), what: `stands more than once inside ${element.name}` });
    problems.push(...elementProblems(child, entry.type));
  }
  const missing = sequence
    .filter((entry, index) => entry.min === 1 && counts[index] === 0)
    .map((entry) => ({ where: whereOf(element), what: `lacks ${entry.name}` }));
  return [...problems, ...missing];
}

function elementProblems(element: XmlElement, type: string): readonly Problem[] {
  const concrete = concreteType(element, type);
  if (!('rule' in concrete)) return [concrete];
  const { rule } = concrete;
  const where = whereOf(element);
  const textProblem =
    rule.text === undefined
      ? element.text === ''
        ? undefined
        : 'holds text, which has no place here'
      : valueProblem(element.text, rule.text);
  return [
    ...(textProblem === undefined ? [] : [{ where, what: textProblem }]),
    ...attributeProblems(element, rule),
    ...childProblems(element, rule),
  ];
}

/** Holds an add-in-only manifest to the published schemas: elements, their order and number, attributes, lengths and forms. */
export function addInSchemaProblems(root: XmlElement): readonly Problem[] {
  if (root.name !== 'OfficeApp' || root.namespace !== namespaces.base)
    return [{ where: whereOf(root), what: `is not OfficeApp of ${namespaces.base}` }];
  return elementProblems(root, 'OfficeApp');
}
