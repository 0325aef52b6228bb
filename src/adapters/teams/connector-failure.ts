import type { SendResult } from '../../usecases/ports.js';

/** How a call to the connector failed, before anybody has judged what to do about it. */
export type FailureKind =
  /** Nothing left this machine. */
  | { kind: 'not-sent'; code: string }
  /** It was sent and no answer came back: it may have arrived. */
  | { kind: 'lost'; code: string }
  | { kind: 'answered'; status: number; code: string; retryAfter: number | null };

/**
 * Deliberately not the RestError of the Azure pipeline: its retry policy passes on at once what it does not know, which is how the
 * connector's own three retries are switched off. They would multiply with ours and could post a card twice.
 */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';
  constructor(readonly failure: FailureKind) {
    super(failure.kind === 'answered' ? `connector answered ${failure.status}` : `connector call ${failure.kind}`);
  }
}

const TRY_AGAIN = new Set([408, 412, 429, 502, 503, 504]);
/** 403 for which the recipient is not to blame: our registration or host is wrong, so an operator must look. */
const OUR_FAULT = new Set(['NotEnoughPermissions', 'InvalidBotApiHost']);

/** What a failed call means for the outbox, by status and code (Teams' own table of errors). */
export function judgeFailure(error: unknown): SendResult {
  if (!(error instanceof ConnectorFailure)) return judgeOther(error);
  const { failure } = error;
  if (failure.kind === 'not-sent') return { retry: null, status: 0 };
  if (failure.kind === 'lost') return { unknown: failure.code };
  const { status, code, retryAfter } = failure;
  if (TRY_AGAIN.has(status)) return { retry: retryAfter, status };
  if (status === 404 || (status === 403 && !OUR_FAULT.has(code))) return { unreachable: code, status };
  return { parked: code, status };
}

/** The pipeline's own error comes after an answer (it could not be read); anything else, a token for example, comes before the call. */
function judgeOther(error: unknown): SendResult {
  return (error as { name?: unknown } | null)?.name === 'RestError' ? { unknown: 'answer-unreadable' } : { retry: null, status: 0 };
}
