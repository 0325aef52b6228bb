import { setNow } from '../aggregate/expressions.js';
import type { Doc } from '../bson/values.js';
import { codeNameOf, CommandError, fail, refuse } from '../errors.js';
import type { Request } from '../server/message.js';
import { checkFields, type Command, type Engine } from './context.js';
import { DIAGNOSTIC_COMMANDS } from './diagnostics.js';
import { FIND_AND_MODIFY } from './find-and-modify.js';
import { READ_COMMANDS } from './reads.js';
import { SCHEMA_COMMANDS } from './schema.js';
import { WRITE_COMMANDS } from './writes.js';

export const COMMANDS: Record<string, Command | undefined> = {
  ...READ_COMMANDS,
  ...WRITE_COMMANDS,
  ...FIND_AND_MODIFY,
  ...SCHEMA_COMMANDS,
  ...DIAGNOSTIC_COMMANDS,
};

/** Commands MongoDB has and this database has not: refused as not supported; any other name is unknown (59). */
const REFUSED = new Set(
  `mapReduce bulkWrite renameCollection convertToCapped cloneCollectionAsCapped validate compact reIndex dbStats collStats collMod dataSize
  saslStart saslContinue authenticate logout createUser updateUser dropUser usersInfo createRole connectionStatus startSession hostInfo
  getParameter setParameter currentOp killOp fsync shutdown getLog profile top commitTransaction abortTransaction replSetGetStatus
  geoSearch createSearchIndexes planCacheClear getCmdLineOpts whatsmyuri features eval`.split(/\s+/),
);

const dbOf = (body: Doc): string => (typeof body.$db === 'string' ? body.$db : 'admin');

function errorReply(e: unknown): Doc {
  if (e instanceof CommandError) return { ok: 0, errmsg: e.message, code: e.code, codeName: codeNameOf(e.code), ...e.extra };
  return { ok: 0, errmsg: `the embedded database failed: ${(e as Error).message}`, code: 8, codeName: 'UnknownError' };
}

/** Answers one request. Never throws: whatever goes wrong becomes an error reply in MongoDB's shape. */
export async function answer(engine: Engine, request: Request, connectionId: number): Promise<Doc> {
  try {
    const { name, body } = request;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) return REFUSED.has(name) ? refuse(`the command ${name}`) : fail(59, `no such command: '${name}'`);
    checkFields(name, command, body);
    setNow(new Date());
    return await command.run({ request, body, db: dbOf(body), engine, connectionId });
  } catch (e) {
    return errorReply(e);
  }
}
