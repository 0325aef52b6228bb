import type { StepTaken } from '../../domain/subject-request.js';
import type { Seals } from '../../usecases/audit-ports.js';
import type { Chain } from '../../usecases/ports.js';
import { canonicalJson } from './canonical-json.js';
import { mark, subkey } from './subkey.js';

/**
 * The chain of one request (SEC-05): each mark is HMAC(key from AUDIT_KEY, previous mark + canonical step header + hash of its details).
 * The first mark starts from the request id, so a history cannot be moved to another request.
 */
export function makeChain(auditKey: Buffer): Chain {
  const key = subkey(auditKey, 'chain');
  const link = (previous: string, step: StepTaken, detailsHash: string | null) =>
    mark(key, canonicalJson({ previous, step, details: detailsHash }));
  return {
    first: (requestId, step, detailsHash) => link(`request:${requestId}`, step, detailsHash),
    next: link,
  };
}

/** Marks of audit events and heads of blocks, under keys of their own. */
export function makeSeals(auditKey: Buffer): Seals {
  const eventKey = subkey(auditKey, 'event');
  const blockKey = subkey(auditKey, 'block');
  return {
    event: (event) => mark(eventKey, canonicalJson(pick(event, ['id', 'at', 'written', 'what', 'by', 'requestId', 'codes']))),
    head: (block) => mark(blockKey, canonicalJson(pick(block, ['n', 'previous', 'at', 'steps', 'events']))),
  };
}

// Only the named parts count: a document read back carries store fields of its own.
function pick<T extends object>(value: T, names: (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, value[name]])) as Partial<T>;
}
