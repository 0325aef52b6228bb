import { paragraph } from './blocks.js';
import { closing, contact, contactBlocks, opening } from './common-parts.js';
import type { Block, LetterFacts, LetterKind, LetterPart } from './letter.js';
import { words } from './passing-on.words.js';
import { theRequest } from './route-parts.js';
import { writeDay } from './write-day.js';

/** §2.3(5), §2.7.1(g), §3.14: letters to those who answer in our place or keep a part, and notes that tell the person. */
const request = theRequest(words, writeDay);
const isPart = ({ route }: LetterFacts): boolean => route?.otherPart !== undefined;
const controllerOf = ({ route }: LetterFacts): string => route?.controller ?? '';
const lacksController = (facts: LetterFacts): string | null => (controllerOf(facts) ? null : 'to which controller it is passed on');

/** The head of a letter to somebody who is not the requester. */
const toOthers = (title: string, first: (on: string) => string): LetterPart => ({
  id: 'received',
  says: 'which request, and the day it was received',
  write: ({ received }) => [paragraph(words.colleague), { kind: 'title', text: title }, paragraph(first(writeDay(received)))],
});
const lines = (id: string, says: string, write: (facts: LetterFacts) => string[], lacks?: LetterPart['lacks']): LetterPart => ({
  id,
  says,
  ...(lacks && { lacks }),
  write: (facts) => write(facts).map(paragraph),
});
const reach: LetterPart = { id: 'contact', says: 'contact', write: (facts, council): Block[] => contactBlocks(facts, council) };

/** LTR-17: the letter to the controller. */
export const transfer: LetterKind = {
  id: 'transfer',
  row: 'LTR-17',
  clause: '2.3.5',
  title: 'Transfer to another controller',
  addressee: (facts) => [controllerOf(facts)],
  parts: [
    toOthers(words.transfer.title, words.transfer.opening),
    request,
    lines(
      'passed',
      'the controller, and that it is theirs to answer',
      (facts) => [isPart(facts) ? words.transfer.part : words.transfer.whole, words.transfer.date],
      lacksController,
    ),
    reach,
    closing,
  ],
};

/** LTR-17: the note to the person. */
export const transferNote: LetterKind = {
  id: 'transfer-note',
  row: 'LTR-17',
  clause: '2.3.5',
  title: 'Note: who answers the request',
  parts: [
    opening(words.note.title, ({ received }) => [words.note.opening(writeDay(received))]),
    lines(
      'controller',
      'the controller and the day it was passed on',
      (facts) => {
        const on = writeDay(facts.route?.passedOn ?? facts.on);
        return isPart(facts)
          ? [words.note.part(controllerOf(facts), on), words.note.one, words.note.nothingToDo]
          : [words.note.whole(controllerOf(facts), on), words.note.nothingToDo];
      },
      lacksController,
    ),
    contact,
    closing,
  ],
};

/** LTR-19: to the team; it bears no word that a glance at the file name or heading would not bear. */
export const handover: LetterKind = {
  id: 'handover',
  row: 'LTR-19',
  clause: '3.14',
  title: 'Handover to the team',
  addressee: () => ['Historic SARs – Senior Project Lawyer'],
  parts: [
    toOthers(words.handover.title, words.handover.opening),
    request,
    lines('clock', 'that the month goes on', () => [words.handover.clock, words.handover.care]),
    reach,
    closing,
  ],
};
export const whoDealsWithIt: LetterKind = {
  id: 'who-deals-with-it',
  row: 'LTR-19',
  clause: '3.14',
  title: 'Note: who deals with it',
  parts: [
    opening(words.who.title, ({ received }) => [words.who.opening(writeDay(received))]),
    lines('who', 'who deals with it', () => [words.who.team, words.who.again, words.who.time]),
    contact,
    closing,
  ],
};

/** LTR-20: to the NHS Trust. */
export const toTheTrust: LetterKind = {
  id: 'to-the-trust',
  row: 'LTR-20',
  clause: '2.7.1',
  title: 'Letter to the NHS Trust',
  addressee: ({ route }) => ['NHS Trust', route?.trust?.contact ?? ''].filter(Boolean),
  parts: [
    toOthers(words.trust.title, words.trust.opening),
    request,
    lines('shared', 'the shared record, no second application, the day of the reply', ({ route }) => [
      words.trust.once,
      words.trust.wanted,
      ...(route?.trust?.by === undefined ? [] : [words.trust.by(writeDay(route.trust.by))]),
    ]),
    reach,
    closing,
  ],
};
