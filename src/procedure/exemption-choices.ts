import type { Option } from '../domain/fields.js';
import { exemptions, type Exemption } from './exemptions.js';
import { isHiddenBranch } from './exemption-questions.js';

export const exemptionOf = (code: unknown): Exemption | undefined => exemptions.find((e) => e.code === code);
export const exemptionTitle = (code: unknown): string => exemptionOf(code)?.title ?? String(code);

/** Those that a record may be kept back under on the form; somebody else’s data, and what somebody else wrote, have forms of their own. */
const OWN_FORM = ['EX-TP', 'EX-AUTH'];
export const formExemptions: readonly Exemption[] = exemptions.filter((e) => !e.refusalGround && !OWN_FORM.includes(e.code));
export const exemptionChoices: readonly Option[] = formExemptions.map((e) => ({ value: e.code, title: e.title }));
export const isOnForm = (code: unknown): boolean => formExemptions.some((e) => e.code === code);

/** What must be true of the very words, and how far it goes, for the exemption that was chosen. */
export function testOf(typed: Readonly<Record<string, unknown>>): string | undefined {
  const chosen = formExemptions.find((e) => e.code === typed['exemption']);
  return chosen && `${chosen.test} ${chosen.limits}`;
}

/** OP-15: whether an exemption may go unnamed. Of adoption records in branches C and D only. */
export const maySayNothing = (code: unknown, branch?: unknown): boolean => {
  const { silence } = exemptionOf(code) ?? {};
  return silence === 'branches C and D' ? isHiddenBranch(branch) : silence !== undefined;
};
