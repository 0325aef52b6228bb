import { randomBytes } from 'node:crypto';
import { makeChain, makeSeals } from '../../../src/adapters/crypto/chain.js';
import { makeFieldCipher } from '../../../src/adapters/crypto/field-cipher.js';
import { mongoAuditBlocks } from '../../../src/adapters/mongo/audit-blocks.js';
import { mongoAuditLog } from '../../../src/adapters/mongo/audit-log.js';
import { mongoAuditTrail } from '../../../src/adapters/mongo/audit-trail.js';
import { mongoDetails } from '../../../src/adapters/mongo/details.js';
import { mongoRequests } from '../../../src/adapters/mongo/requests.js';
import type { Keys } from '../../../src/adapters/keys/keys.js';
import { replay } from '../../../src/domain/replay.js';
import type { StepTaken } from '../../../src/domain/subject-request.js';
import type { Clock, RequestIndex } from '../../../src/usecases/ports.js';
import { sealAudit } from '../../../src/usecases/seal-audit.js';
import { verifyAudit } from '../../../src/usecases/verify-audit.js';
import { stillTime } from './open-database.js';
import type { Database } from './open-database.js';

const someKeys = (): Pick<Keys, 'field' | 'audit'> => ({
  field: { current: 'k1', keys: new Map([['k1', randomBytes(32)]]) },
  audit: randomBytes(32),
});

const index: RequestIndex = {
  stage: 'LOGGED',
  open: true,
  directorate: 'HOU',
  right: 'ACCESS',
  due: '2026-11-02',
  receivedOn: '2026-10-01',
  reporter: 'p-ann',
  caseOfficer: null,
  workers: [],
  waitingFor: [],
  nextNoticeAt: null,
  restricted: false,
  week: '2026-W40',
  urgency: '2026-11-02',
  ended: null,
  inTime: null,
};

const aStep = (n: number, change: Partial<StepTaken>): StepTaken => ({
  n,
  id: n === 1 ? 'report' : 'add-note',
  clause: '2.2',
  policy: 'v7.2',
  at: `2026-10-0${n}T09:00:00.000Z`,
  by: 'p-ann',
  as: 'STAFF',
  answers: n === 1 ? { right: 'ACCESS' } : {},
  outcome: n === 1 ? { stage: 'LOGGED', received: { on: '2026-10-01' } } : { set: { notes: n, draft: null } },
  key: `key-${n}`,
  ...change,
});

/** The real stores over one database, with a story told in steps by hand: what the audit tests then damage. */
export async function aRegister({ connection }: Pick<Database, 'connection'>, keys: Pick<Keys, 'field' | 'audit'> = someKeys()) {
  const machine = stillTime();
  const clock: Clock = { now: machine, today: () => '2026-10-01', rehearsal: false };
  const cipher = makeFieldCipher(keys.field);
  const [chain, seals] = [makeChain(keys.audit), makeSeals(keys.audit)];
  const requests = mongoRequests(connection);
  const details = mongoDetails(connection, cipher, machine);
  const blocks = mongoAuditBlocks(connection);
  const trail = mongoAuditTrail(connection, cipher);

  const detailed = async (id: string, n: number, change: Partial<StepTaken>) => {
    const { id: kept } = await details.write(id, { note: { kind: 'text', value: `Words of step ${n} about Ann Example` } });
    return aStep(n, { details: kept, kept: ['note'], ...change });
  };
  return {
    audit: mongoAuditLog(connection, seals, clock, machine),
    blocks,
    trail,
    requests,
    details,
    seal: (perBlock?: number) => sealAudit({ blocks, seals, machine }, perBlock),
    verify: (head?: string) => verifyAudit({ trail, chain, seals }, head),
    async report(id: string) {
      const step = await detailed(id, 1, {});
      const mac = chain.first(id, step, step.details ?? null);
      const rest = { intakeKey: `intake-${id}`, intents: [], index, tokens: [], at: machine() };
      await requests.insert({ id, ref: `DR-2026-${id}`, version: 1, state: replay([step]), mac, steps: [step], macs: [mac], ...rest });
    },
    async note(id: string, change: Partial<StepTaken> = {}) {
      const history = await requests.history(id);
      const step = await detailed(id, history.length + 1, change);
      const mac = chain.next(history.at(-1)!.mac, step, step.details ?? null);
      const state = replay([...history.map((past) => past.step), step]);
      const request = await requests.byId(id);
      const [before, expectedVersion] = [request!.state, request!.version];
      await requests.commit({ id, expectedVersion, before, state, step, mac, intents: [], index, tokens: [] });
    },
  };
}
export type Register = Awaited<ReturnType<typeof aRegister>>;
