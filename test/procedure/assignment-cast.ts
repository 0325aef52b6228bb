import { grant, someone } from './road.js';

export { cara, choosable, dev, grant, ines, ola, roadTo, rosa, someone } from './road.js';
/** DIAO of another directorate. */
export const finn = someone('finn', grant('DIAO', 'FIN'));
