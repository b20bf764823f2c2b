import { button, element } from '../../element.ts';
import type { FormPerson } from './formFields.ts';

/** A field for people: who is in it, each with a way out, and a box to add more. */
export interface PeopleField {
  readonly element: HTMLElement;
  show(people: readonly FormPerson[]): void;
}

const addressPattern = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;
let fieldCount = 0;

export function peopleField(options: {
  readonly label: string;
  /** People that are offered while one types. */
  readonly known: readonly FormPerson[];
  readonly onChange: (people: readonly FormPerson[]) => void;
}): PeopleField {
  const { label, known, onChange } = options;
  fieldCount += 1;
  const listId = `people-${fieldCount}`;
  let people: readonly FormPerson[] = [];
  const problem = element('span', { class: 'problem', role: 'status' });
  const chips = element('span', { class: 'chips' });
  const input = element('input', {
    list: listId,
    'aria-label': `Add to ${label.toLowerCase()}`,
    type: 'email',
  });

  function add(): void {
    const text = input.value.trim();
    if (text === '') return;
    const address = /<([^>]+)>\s*$/.exec(text)?.[1] ?? text;
    const found = known.find(
      (person) =>
        person.address.toLowerCase() === address.toLowerCase() ||
        person.name.toLowerCase() === text.toLowerCase(),
    );
    if (found === undefined && !addressPattern.test(address)) {
      problem.textContent = `“${text}” is no address.`;
      return;
    }
    const person = found ?? { name: address, address };
    input.value = '';
    problem.textContent = '';
    if (!people.some((other) => other.address.toLowerCase() === person.address.toLowerCase()))
      onChange([...people, person]);
  }

  input.addEventListener('change', add);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  });
  return {
    element: element(
      'div',
      { class: 'form-row', role: 'group', 'aria-label': label },
      element('span', { class: 'form-label', 'aria-hidden': 'true' }, label),
      element(
        'span',
        { class: 'form-people' },
        chips,
        input,
        element(
          'datalist',
          { id: listId },
          ...known.map(({ name, address }) => element('option', { value: address }, name)),
        ),
        problem,
      ),
    ),
    show(shown) {
      people = shown;
      chips.replaceChildren(
        ...shown.map((person) =>
          button(
            `${person.name} ×`,
            () => {
              onChange(people.filter((other) => other !== person));
              input.focus();
            },
            { class: 'chip', title: person.address, 'aria-label': `Take ${person.name} out` },
          ),
        ),
      );
    },
  };
}
