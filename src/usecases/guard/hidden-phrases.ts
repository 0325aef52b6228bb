import type { RequestState } from '../../domain/subject-request.js';
import { isSilent } from '../../procedure/do-not-mention.js';

/** How records that are withheld in silence are described on the case: nothing that leaves may say it. */
export const hiddenPhrases = (state: Pick<RequestState, 'items'>, detail: (field: string) => string | undefined): string[] =>
  silentRecords(state).flatMap((id) => detail(`records/${id}/description`) ?? []);

/** The details that those descriptions are kept under. */
export const phraseFields = (state: Pick<RequestState, 'items'>): string[] => silentRecords(state).map((id) => `records/${id}/description`);

const silentRecords = ({ items }: Pick<RequestState, 'items'>): string[] =>
  Object.entries(items['records'] ?? {})
    .filter(([, r]) => r['decision'] === 'WITHHOLD' && isSilent(r))
    .map(([id]) => id);
