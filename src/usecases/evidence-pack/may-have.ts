import { holds } from '../../domain/access.js';
import type { View } from '../../domain/step.js';
import { evidencePack } from '../../procedure/evidence-pack.js';

/** May this person have the evidence pack of the case now? */
export const mayHavePack = (view: View): boolean => evidencePack.by.some((r) => holds(r, view.person, view.request, view.today));
