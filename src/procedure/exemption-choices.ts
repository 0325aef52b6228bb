import type { Option } from '../domain/fields.js';
import { exemptions, type Exemption } from './exemptions.js';

export const exemptionOf = (code: unknown): Exemption | undefined => exemptions.find((e) => e.code === code);
export const exemptionTitle = (code: unknown): string => exemptionOf(code)?.title ?? String(code);

/** Those that a record may be kept back under on the form; somebody else’s data has a form of its own. */
const ON_THE_FORM = ['EX-HEALTH', 'EX-CRIME', 'EX-REF'];
export const formExemptions: readonly Exemption[] = exemptions.filter((e) => ON_THE_FORM.includes(e.code));
export const exemptionChoices: readonly Option[] = formExemptions.map((e) => ({ value: e.code, title: e.title }));
