import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Schema } from 'mongoose';
import type { Connection, QueryFilter } from 'mongoose';
import type { Links, MachineTime } from '../../usecases/ports.js';
import { modelOn } from './model-on.js';

interface LinkDoc {
  _id: string;
  person: string;
  requestId: string;
  letter: string;
  expires: Date;
  used: Date | null;
}
type Link = Pick<LinkDoc, 'person' | 'requestId' | 'letter'>;

const MINUTES_15 = 15 * 60_000;
const DAY = 24 * 3_600;
const TOKEN = /^([A-Za-z0-9_-]{24})\.([A-Za-z0-9_-]{43})$/;

const schema = new Schema<LinkDoc>(
  {
    _id: String,
    person: String,
    requestId: String,
    letter: String,
    // Kept a day longer than it is good for; the audit log is what remembers.
    expires: { type: Date, index: { expireAfterSeconds: DAY } },
    used: { type: Date, default: null },
  },
  { collection: 'links', versionKey: false, strict: 'throw' },
);

/**
 * Signed single-use download links, 15 minutes of machine time (design §8, platform §4). The token is a random id and an HMAC over everything
 * the stored link says, so the address holds no person and no case, and a link changed in the database is as bad as a forged one.
 * Being signed is no identity: whoever serves the link checks access again.
 */
export function mongoLinks(connection: Connection, secret: Buffer, machine: MachineTime): Links {
  const links = modelOn(connection, 'Link', schema);
  const good = (id: string): QueryFilter<LinkDoc> => ({ _id: id, used: null, expires: { $gt: machine() } });
  return {
    async make(link) {
      const doc: LinkDoc = { _id: randomBytes(18).toString('base64url'), ...pick(link), expires: later(machine()), used: null };
      await links.create([doc]);
      return `${doc._id}.${sign(secret, doc)}`;
    },
    async peek(token) {
      const [, id, signature] = TOKEN.exec(token) ?? [];
      return id && signature ? checked(secret, signature, await links.findOne(good(id)).lean<LinkDoc | null>()) : null;
    },
    async use(token) {
      const [, id, signature] = TOKEN.exec(token) ?? [];
      // Looked at before it is spent: guessing signatures must not use up somebody's link.
      if (!id || !signature || !checked(secret, signature, await links.findOne(good(id)).lean<LinkDoc | null>())) return null;
      const spent = await links
        .findOneAndUpdate(good(id), { $set: { used: machine() } }, { returnDocument: 'after' })
        .lean<LinkDoc | null>();
      return checked(secret, signature, spent);
    },
  };
}

const later = (from: Date): Date => new Date(from.getTime() + MINUTES_15);
const pick = ({ person, requestId, letter }: Link): Link => ({ person, requestId, letter });

function sign(secret: Buffer, doc: LinkDoc): string {
  const said = JSON.stringify(['link', doc._id, doc.person, doc.requestId, doc.letter, doc.expires.getTime()]);
  return createHmac('sha256', secret).update(said, 'utf8').digest('base64url');
}

function checked(secret: Buffer, signature: string, doc: LinkDoc | null): Link | null {
  if (!doc || !timingSafeEqual(Buffer.from(sign(secret, doc)), Buffer.from(signature))) return null;
  return pick(doc);
}
