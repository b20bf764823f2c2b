import { listIn, membersIn, membersOf, textIn, type Members } from '../members.ts';

export type RibbonAction =
  | { readonly kind: 'pane'; readonly page: string; readonly isPinnable: boolean }
  | { readonly kind: 'function'; readonly page: string; readonly name: string };

/** A button of the add-in, as the server read it out of the manifest. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly action: RibbonAction;
  readonly mailboxSet: string;
}

/** The places of the manifest where buttons can stand. */
export type RibbonContext = 'mailRead' | 'meetingDetailsOrganizer' | 'meetingDetailsAttendee';

/** The add-in and the buttons that it has at each place. */
export interface RibbonFacts {
  readonly addInName: string;
  readonly addInId: string;
  buttonsAt(context: RibbonContext, set: string): readonly RibbonButton[];
}

/** Whether requirement set `has` holds what `needs` asks for: 1.10 is more than 1.5. */
export function holdsSet(has: string, needs: string): boolean {
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needs.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

export function readRibbonFacts(ribbon: Members): RibbonFacts {
  const groups = listIn(ribbon, 'groups').map((entry) => {
    const group = membersOf(entry);
    return {
      contexts: listIn(group, 'contexts'),
      buttons: listIn(group, 'buttons').map((button) => readButton(membersOf(button))),
    };
  });
  return {
    addInName: textIn(ribbon, 'name'),
    addInId: textIn(ribbon, 'id'),
    buttonsAt: (context, set) =>
      groups
        .filter(({ contexts }) => contexts.includes(context))
        .flatMap(({ buttons }) => buttons)
        .filter(({ mailboxSet }) => holdsSet(set, mailboxSet)),
  };
}

function readButton(button: Members): RibbonButton {
  const action = membersIn(button, 'action');
  const page = textIn(action, 'page');
  return {
    id: textIn(button, 'id'),
    label: textIn(button, 'label'),
    tip: textIn(button, 'tip'),
    icon: textIn(button, 'icon'),
    mailboxSet: textIn(button, 'mailboxSet'),
    action:
      textIn(action, 'kind') === 'function'
        ? { kind: 'function', page, name: textIn(action, 'name') }
        : { kind: 'pane', page, isPinnable: action.get('isPinnable') === true },
  };
}
