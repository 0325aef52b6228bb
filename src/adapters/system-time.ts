import { randomUUID, randomBytes } from 'node:crypto';
import { londonDay } from '../domain/local-date.js';
import type { Clock, Ids, MachineTime } from '../usecases/ports.js';

/** The one place where the time of the machine is read. */
export const machineTime: MachineTime = () => new Date();

/** The real clock. It cannot be moved. */
export const systemClock: Clock = { now: machineTime, today: () => londonDay(machineTime()), rehearsal: false };

export const randomIds: Ids = { id: () => randomUUID(), key: () => randomBytes(9).toString('base64url') };
