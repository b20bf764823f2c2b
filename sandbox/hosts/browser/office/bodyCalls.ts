import { cleanHtml, htmlDocument, innerHtml } from '#sandbox/graph/body/cleanHtml.ts';
import { htmlToText, textToHtml } from '#sandbox/graph/body/convertBody.ts';
import { textIn, type Members } from '../members.ts';
import type { EventForm } from '../outlook/form/createForm.ts';
import { done, type HostCalls } from './hostAnswer.ts';

/** Numbers of `Office.CoercionType` on the wire. */
const coercions = { text: 0, html: 3 } as const;

/** Which form of a body is asked for; text unless it is HTML. */
export function coercionOf(params: Members): 'text' | 'html' {
  return params.get('coercionType') === coercions.html ? 'html' : 'text';
}

/** What stands in the form for a text that an add-in passes: HTML cleaned and written anew as Exchange does, text turned into lines. */
function formHtml(params: Members, name = 'data'): string {
  const text = textIn(params, name);
  if (coercionOf(params) === 'html') return innerHtml(cleanHtml(text, true)).trim();
  const lines = innerHtml(textToHtml(text));
  return /<div class="PlainText">([\s\S]*)<\/div>/.exec(lines)?.[1] ?? '';
}

const emptyStart = /^(?:\s|<br>|<div>(?:<br>)?<\/div>)*$/;

/** The body of a form. What is put at the cursor goes to the beginning, where the cursor of a form stands that nobody clicked into. */
export function bodyCalls(form: EventForm): HostCalls {
  const prepend = (params: Members): ReturnType<typeof done> => {
    const { bodyHtml } = form.fields;
    const rest = emptyStart.test(bodyHtml) ? '' : bodyHtml;
    form.change({ bodyHtml: `${formHtml(params)}${rest}` }, 'addIn');
    return done();
  };
  return {
    13: prepend,
    14: () => done('html'),
    23: prepend,
    28: () => done({ data: '', sourceProperty: 'body', startPosition: 0, endPosition: 0 }),
    29: prepend,
    37: (params) => {
      const whole = htmlDocument(form.fields.bodyHtml);
      return done(coercionOf(params) === 'html' ? whole : htmlToText(form.fields.bodyHtml));
    },
    38: (params) => {
      form.change({ bodyHtml: formHtml(params) }, 'addIn');
      return done();
    },
    100: (params) => {
      form.appendOnSend = formHtml(params, 'appendTxt');
      return done();
    },
    173: (params) => {
      form.change({ bodyHtml: `${form.fields.bodyHtml}<br>\r\n${formHtml(params)}` }, 'addIn');
      return done();
    },
    // The page has no signatures of its own.
    175: () => done(false),
    176: () => done(),
  };
}
