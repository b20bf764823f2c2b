import { cleanHtml, innerHtml } from '#sandbox/graph/body/cleanHtml.ts';
import { button, element } from '../../element.ts';
import { dayMilli, readWall, startOfDay, writeWall } from '../../calendar/wallClock.ts';
import type { ZoneClock } from '../../zoneClock.ts';
import type { EventForm } from './createForm.ts';
import { placeText, type FormFields, type FormPerson } from './formFields.ts';
import { peopleField } from './peopleField.ts';
import { recurrenceFields } from './recurrenceFields.ts';

interface FormOptions {
  readonly form: EventForm;
  readonly clock: ZoneClock;
  /** People that are offered while one types. */
  readonly known: readonly FormPerson[];
  /** The event was sent or saved, or the person gave up. */
  readonly onDone: (what: 'sent' | 'discarded') => void;
  /** Cancels or deletes the event; undefined for one that is not saved. */
  readonly onRemove: (() => Promise<unknown>) | undefined;
}

/** What an editor holds, as Exchange would keep it. */
function htmlOf(editor: HTMLElement): string {
  return innerHtml(cleanHtml(editor.innerHTML, false)).trim();
}

/** Puts HTML into an editor: cleaned, and parsed where nothing runs. The page's policy lets styles in by script only. */
function showHtml(editor: HTMLElement, html: string): void {
  const withoutStyles = cleanHtml(html, false).replaceAll(/ style="/g, ' data-style="');
  const parsed = new DOMParser().parseFromString(withoutStyles, 'text/html');
  editor.replaceChildren(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  for (const styled of editor.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    delete styled.dataset.style;
  }
}

/** Draws the form of an event. Whatever changes it, the person or the add-in, shows at once. */
export function drawForm(place: HTMLElement, options: FormOptions): void {
  const { form, clock } = options;
  const change = (fields: Partial<FormFields>): void => form.change(fields, 'person');
  const subject = element('input', { 'aria-label': 'Subject', maxlength: '255', class: 'form-subject' });
  const start = element('input', { type: 'datetime-local', 'aria-label': 'Start' });
  const end = element('input', { type: 'datetime-local', 'aria-label': 'End' });
  const allDay = element('input', { type: 'checkbox' });
  const online = element('input', { type: 'checkbox' });
  const where = element('input', { 'aria-label': 'Place', maxlength: '255' });
  const editor = element('div', {
    class: 'form-body',
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Text',
  });
  const problem = element('p', { role: 'alert', class: 'problem' });
  const state = element('p', { role: 'status', class: 'quiet' });
  const required = peopleField({
    label: 'Required',
    known: options.known,
    onChange: (people) => change({ required: people }),
  });
  const optional = peopleField({
    label: 'Optional',
    known: options.known,
    onChange: (people) => change({ optional: people }),
  });
  const repeats = recurrenceFields((chosen) =>
    change({ recurrence: chosen === null ? null : complete(chosen) }),
  );

  function complete(chosen: Pick<NonNullable<FormFields['recurrence']>, 'type' | 'properties' | 'endDate'>) {
    const wall = clock.wallAt(form.fields.start);
    return {
      ...chosen,
      zone: clock.name,
      startDate: writeWall(wall).slice(0, 10),
      startMinutes: Math.floor((wall - startOfDay(wall)) / 60_000),
      durationMinutes: Math.round((form.fields.end - form.fields.start) / 60_000),
    };
  }

  function setTimes(from: number, to: number): void {
    const { recurrence } = form.fields;
    change({ start: from, end: to });
    if (recurrence !== null) change({ recurrence: complete(recurrence) });
  }

  subject.addEventListener('input', () => change({ subject: subject.value }));
  start.addEventListener('change', () => {
    if (start.value === '') return;
    const from = clock.instantAt(readWall(`${start.value}:00`));
    setTimes(from, from + (form.fields.end - form.fields.start));
  });
  end.addEventListener('change', () => {
    if (end.value !== '') setTimes(form.fields.start, clock.instantAt(readWall(`${end.value}:00`)));
  });
  allDay.addEventListener('change', () => {
    const day = startOfDay(clock.wallAt(form.fields.start));
    change({
      isAllDay: allDay.checked,
      ...(allDay.checked ? { start: clock.instantAt(day), end: clock.instantAt(day + dayMilli) } : {}),
    });
  });
  online.addEventListener('change', () => change({ isOnline: online.checked }));
  where.addEventListener('change', () =>
    change({ places: where.value.trim() === '' ? [] : [{ name: where.value.trim(), room: undefined }] }),
  );
  editor.addEventListener('input', () => change({ bodyHtml: htmlOf(editor) }));

  const send = button('', () => void act('sent'), { class: 'main' });
  const remove = options.onRemove === undefined ? undefined : button('', () => void act('removed'));

  async function act(what: 'sent' | 'removed'): Promise<void> {
    problem.textContent = '';
    if (what === 'sent' && form.fields.end < form.fields.start) {
      problem.textContent = 'The end lies before the start.';
      end.focus();
      return;
    }
    send.disabled = true;
    try {
      await (what === 'sent' ? form.send() : options.onRemove?.());
      options.onDone('sent');
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      send.disabled = false;
    }
  }

  function show(isBodyNew: boolean): void {
    const { fields } = form;
    const hasPeople = fields.required.length + fields.optional.length > 0;
    if (subject.value !== fields.subject) subject.value = fields.subject;
    start.value = writeWall(clock.wallAt(fields.start)).slice(0, 16);
    end.value = writeWall(clock.wallAt(fields.end)).slice(0, 16);
    allDay.checked = fields.isAllDay;
    online.checked = fields.isOnline;
    online.disabled = form.isSent && fields.isOnline;
    where.value = placeText(fields.places);
    required.show(fields.required);
    optional.show(fields.optional);
    repeats.show(fields.recurrence, clock.wallAt(fields.start), form.seriesId !== undefined);
    if (isBodyNew) showHtml(editor, fields.bodyHtml);
    send.textContent = hasPeople ? (form.isSent ? 'Send update' : 'Send') : 'Save';
    if (remove !== undefined) remove.textContent = hasPeople ? 'Cancel the meeting' : 'Delete';
    state.textContent = form.isChanged ? 'Not sent yet' : form.id === undefined ? 'New' : 'As it was saved';
  }

  // What the person types stands in the editor already; showing it anew would lose the cursor.
  form.onChange((names, by) => show(names.length === 0 || (by === 'addIn' && names.includes('bodyHtml'))));
  place.replaceChildren(
    element(
      'section',
      { class: 'event-form', 'aria-label': 'Event form' },
      element(
        'div',
        { class: 'form-actions' },
        send,
        button('Discard', () => options.onDone('discarded')),
        remove,
        state,
      ),
      problem,
      row('Subject', subject),
      required.element,
      optional.element,
      row('Start', start, element('label', { class: 'day-box' }, allDay, 'All day')),
      row('End', end, element('span', { class: 'quiet' }, clock.name)),
      repeats.element,
      row('Place', where, element('label', { class: 'day-box' }, online, 'Teams meeting')),
      editor,
    ),
  );
  show(true);
  subject.focus();
}

function row(words: string, ...controls: readonly Node[]): HTMLElement {
  return element(
    'div',
    { class: 'form-row' },
    element('span', { class: 'form-label', 'aria-hidden': 'true' }, words),
    ...controls,
  );
}
