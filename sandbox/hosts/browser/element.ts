type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. Attributes that are false or undefined are left out, true ones are empty. Text is text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children.filter((child): child is Node | string => child !== undefined));
  return made;
}

/** A button with what it does. */
export function button(words: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, words);
  made.addEventListener('click', onClick);
  return made;
}

/** An element that the page is known to have. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** Shows a dialog until it is closed; resolves with the value of the button that closed it, empty for Escape. */
export function showDialog(dialog: HTMLDialogElement): Promise<string> {
  return new Promise((resolve) => {
    dialog.returnValue = '';
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
  });
}

let dialogs = 0;

/** A dialog with a heading, made for one question and gone afterwards. Its buttons' values are the answer. */
export async function ask(
  title: string,
  content: readonly Child[],
  answers: readonly { readonly value: string; readonly words: string; readonly isMain?: boolean }[],
): Promise<string> {
  dialogs += 1;
  const id = `dialog-title-${dialogs}`;
  const dialog = element(
    'dialog',
    { 'aria-labelledby': id },
    element(
      'form',
      { method: 'dialog' },
      element('h2', { id }, title),
      ...content,
      element(
        'div',
        { class: 'actions' },
        ...answers.map(({ value, words, isMain }) =>
          element('button', { value, class: isMain === true ? 'main' : undefined }, words),
        ),
      ),
    ),
  );
  document.body.append(dialog);
  const answer = await showDialog(dialog);
  dialog.remove();
  return answer;
}
