import { benchReports } from './reports.js';
import { settings } from './settings.js';

/* npm run bench -- [--cases N] [--stored N] [--only presses|reports]: the measurements of design §9, each against a floor or a count in the same run. */
const wants = (section: string): boolean => settings.only === '' || settings.only === section;
if (wants('presses')) await import('./presses.js');
if (wants('reports')) await benchReports(settings.stored, (line) => process.stdout.write(`${line}\n`));
process.exit(0);
