import type { Need, View } from '../domain/step.js';
import { doorOf } from './doors.js';

/** What must hold before the steps of `steps/intake.ts`. */
const need = (row: Need): Need => row;
const fact = (view: View, name: string): unknown => view.request?.facts[name];

export const cameByPost = need({
  code: 'came-by-post',
  clause: '2.3',
  sentence: 'It did not come by post, so there is nothing to scan.',
  holds: (v) => fact(v, 'channel') === 'POST',
});
export const notScanned = need({
  code: 'not-scanned',
  clause: '2.3',
  sentence: 'The reference of the scan is recorded already. Correct the earlier step if it is wrong.',
  holds: (v) => fact(v, 'scanned') === undefined,
});
export const cameInWriting = need({
  code: 'came-in-writing',
  clause: '2.2',
  sentence: 'Nothing came in writing, so there is nothing to send on.',
  holds: (v) => doorOf(fact(v, 'channel'))?.passedOn === true,
});
export const notSentOn = need({
  code: 'not-sent-on',
  clause: '2.2',
  sentence: 'It was sent on to the mailbox already.',
  holds: (v) => fact(v, 'sentOnToMailbox') === undefined,
});
export const formNotSent = need({
  code: 'form-not-sent',
  clause: '1.2',
  sentence: 'The filled-in form was sent already.',
  holds: (v) => fact(v, 'formSentOn') === undefined,
});
export const formOut = need({
  code: 'form-out',
  clause: '1.2',
  sentence: 'No form is out, or it is back already.',
  holds: (v) => fact(v, 'formSentOn') !== undefined && fact(v, 'formBackOn') === undefined,
});
