import pino from 'pino';
import type { Log, LogFields } from '../usecases/ports.js';

const FIELDS = ['id', 'step', 'code', 'ms', 'count', 'reference'] as const;
const FRAMES = 8;

export interface LogSettings {
  level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where lines go; standard output when left out. */
  to?: { write(line: string): void };
}

/**
 * One JSON line for each event, on pino. Only the fixed fields pass, whatever else an object carries; of an error only its name,
 * code and the places it passed, because a message may quote somebody's words (design §8).
 */
export function createLog(settings: LogSettings = {}): Log {
  const options = { level: settings.level ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = settings.to === undefined ? pino(options) : pino(options, settings.to);
  return {
    info: (event, fields) => {
      logger.info(permitted(fields), event);
    },
    warn: (event, fields) => {
      logger.warn(permitted(fields), event);
    },
    error: (event, fields) => {
      logger.error(permitted(fields), event);
    },
  };
}

function permitted(fields: LogFields = {}): Record<string, unknown> {
  const known = FIELDS.filter((field) => fields[field] !== undefined).map((field) => [field, fields[field]] as const);
  return { ...Object.fromEntries(known), ...(fields.error !== undefined && { error: describeError(fields.error) }) };
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  // The stack begins with the message, which may itself have lines that look like places.
  const { stack = '', message } = error;
  const places = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  const at = places.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return {
    name: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    at: at.slice(0, FRAMES).map((line) => line.trim().slice(3)),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
