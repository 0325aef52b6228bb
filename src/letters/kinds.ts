import { acknowledgement } from './acknowledgement.js';
import { asking } from './asking.js';
import { cover } from './cover.js';
import type { LetterKind } from './letter.js';
import { nothingHeld } from './nothing-held.js';
import { schedule } from './schedule.js';
import { sheet } from './sheet.js';
import { slip } from './slip.js';

/** Every letter there is words for. */
export const letterKinds: readonly LetterKind[] = [asking, cover, schedule, sheet, nothingHeld, acknowledgement, slip];
export const letterKind = (id: string): LetterKind | undefined => letterKinds.find((kind) => kind.id === id);
