import { choice, longText, optionalText, text, type Fields, type Option } from '../domain/fields.js';

/** T10: a way a request comes in. */
export interface Door {
  code: string;
  title: string;
  rows: readonly string[];
  clause: string;
  /** What decides the format of the reply (GEN-06, GEN-07). */
  medium: 'spoken' | 'paper' | 'electronic';
  /** The letter, mail or form itself goes on to the data-protection mailbox (INT-03, INT-11). */
  passedOn?: boolean;
}

/** A colleague in chat reports what somebody said, so the spoken ones stand first. */
export const doors: readonly Door[] = [
  { code: 'PHONE', title: 'By phone', rows: ['INT-04'], clause: '2.2.4', medium: 'spoken' },
  { code: 'FACE_TO_FACE', title: 'Face to face', rows: ['INT-04'], clause: '2.2.4', medium: 'spoken' },
  { code: 'POST', title: 'By post', rows: ['INT-11'], clause: '2.3', medium: 'paper', passedOn: true },
  { code: 'EMAIL', title: 'By e-mail', rows: ['GEN-06'], clause: '1.2', medium: 'electronic', passedOn: true },
  { code: 'SOCIAL_MEDIA', title: 'On social media', rows: ['GEN-06'], clause: '1.2', medium: 'electronic', passedOn: true },
  { code: 'E_FORM', title: 'By web form', rows: ['GEN-06'], clause: '1.2', medium: 'electronic' },
  { code: 'STAFF_CHAT', title: 'A colleague told us in chat', rows: ['INT-01'], clause: '2.2', medium: 'spoken' },
  { code: 'MEMBER', title: 'Through an elected member', rows: ['INT-14'], clause: 'App. 1', medium: 'electronic', passedOn: true },
  { code: 'AGENT', title: 'Through a solicitor or another agent', rows: [], clause: '2.2', medium: 'paper', passedOn: true },
  { code: 'WORK_MAIL', title: 'From an employee’s work mail', rows: ['GEN-06'], clause: '1.2', medium: 'electronic' },
  { code: 'CCTV_FORM', title: 'On the CCTV form', rows: [], clause: '2.2', medium: 'paper', passedOn: true },
];

export const channelsIn: readonly Option[] = doors.map((d) => ({ value: d.code, title: d.title }));
export const doorOf = (code: unknown): Door | undefined => doors.find((d) => d.code === code);

/** In what an elected member acts (App. 1). */
export const memberRoles: readonly Option[] = [
  { value: 'WARD', title: 'For somebody in their ward' },
  { value: 'COUNCIL', title: 'For the business of the council' },
  { value: 'POLITICAL', title: 'For a party or a group' },
];

const through = (...codes: string[]) => ({ asked: (typed: Record<string, unknown>) => codes.includes(String(typed['channel'])) });

/** What a door makes the form ask, and only then: a spoken request is asked nothing more. All of it may hold names, so it is kept encrypted. */
export const doorFields = {
  scanReference: optionalText('Reference of the scan', {
    ...through('POST'),
    maxLength: 60,
    hint: 'As the document system or the scanning contractor gave it. Leave it out if it is not scanned yet',
  }),
  writtenFrom: optionalText('Which address did it come from?', {
    ...through('EMAIL', 'WORK_MAIL'),
    private: 'contact',
    hint: 'The address we would reply to, if it is not the one above',
  }),
  account: optionalText('On which page, and under which name there?', {
    ...through('SOCIAL_MEDIA'),
    private: 'contact',
    hint: 'For example: the council’s page, as JoExample',
  }),
  formNumber: optionalText('Number of the form', { ...through('E_FORM', 'CCTV_FORM'), maxLength: 60, hint: 'As it stands on it' }),
  colleague: optionalText('Which colleague told you?', { ...through('STAFF_CHAT'), private: 'name' }),
  memberName: text('Which member?', { ...through('MEMBER'), private: 'name' }),
  memberRole: choice('In what do they ask?', { ...through('MEMBER'), options: memberRoles }),
  memberPurpose: longText('What is it for?', {
    ...through('MEMBER'),
    maxLength: 1000,
    hint: 'Every member’s request for personal data is logged',
  }),
  agentName: text('Who acts for them?', { ...through('AGENT'), private: 'name', hint: 'Name and firm or organisation' }),
  camera: optionalText('Where and when was the camera?', {
    ...through('CCTV_FORM'),
    hint: 'Place, day and time, and what they wore, as on the form',
  }),
} satisfies Fields;

/** Said above the form when the door just chosen has something to ask. */
export const askedByDoor = (code: unknown, count: number): string =>
  `${doorOf(code)?.title ?? 'This way'}: ${count === 1 ? 'one more question' : `${count} more questions`}, below.`;
