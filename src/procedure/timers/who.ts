import type { Recipient } from '../../domain/recipient.js';
import type { Stage, View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { diao } from '../roles.js';

/** What the timers read of a case, and whom they tell. */
export const facts = (view: View): Facts => view.request?.facts ?? {};
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');
export const isAt = (view: View, ...stages: readonly Stage[]): boolean => stages.some((stage) => stage.code === view.request?.stage);
/** The list with the thing in it while that holds; else nothing runs. */
export const when = <T>(holds: unknown, thing: () => T): T[] => (holds ? [thing()] : []);

/** The DIAO who accepted the case; before that, everybody who is DIAO of the directorate. */
export const theDiao = (view: View): Recipient =>
  facts(view)['diao'] === undefined
    ? { role: diao.code, directorate: word(facts(view)['directorate']) }
    : { person: word(facts(view)['diao']) };
export const theOfficer = (view: View): Recipient => ({ person: word(facts(view)['caseOfficer']) });
export const theChannel = (view: View): Recipient => ({ directorate: word(facts(view)['directorate']) });

export const hasDirectorate = (view: View): boolean => facts(view)['directorate'] !== undefined;
export const hasOfficer = (view: View): boolean => facts(view)['caseOfficer'] !== undefined;
/** A DIAO who leads the case themselves is told once, as its officer. */
export const diaoIsAnother = (view: View): boolean => hasDirectorate(view) && facts(view)['diao'] !== facts(view)['caseOfficer'];
