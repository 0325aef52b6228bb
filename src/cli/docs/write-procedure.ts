import { clauseOf } from '../../domain/check-procedure.js';
import { dryRun } from '../../domain/dry-run.js';
import type { Field, Option } from '../../domain/fields.js';
import type { Need, Procedure, Role, Stage, Step } from '../../domain/step.js';

/** A longer list is a table of its own. */
const MOST_CHOICES = 8;

type Clauses = Readonly<Record<string, { heading: string; reading?: string }>>;
export interface ProcedureGiven {
  procedure: Procedure;
  sections: readonly { cites?: string; title: string; steps: readonly Step[] }[];
  clauses: Clauses;
  policy: { title: string; version: string };
}

export const GENERATED = '<!-- Written by `npm run -s docs` from src. Change the declarations, not this page. -->';

/** `docs/procedure.md`: the declarations as a page that reads beside the policy; where steps lead is found by walking them. */
export function writeProcedure({ procedure, sections, clauses, policy }: ProcedureGiven): string {
  const { led } = dryRun(procedure);
  return [
    '# The procedure as the bot runs it',
    GENERATED,
    `${policy.title}, version ${policy.version}. A clause is cited as §; “rows” are those of the requirements catalogue.`,
    '## Stages and the ways between them',
    ...drawChart(procedure, led),
    listStages(procedure.stages),
    '## Who there is',
    listRoles(procedure.roles),
    ...sections.flatMap(({ cites, title, steps }) => [
      `## ${cites === undefined ? title : `${cites} ${title}`}`,
      ...steps.flatMap((step) => writeStep(step, procedure, led, clauses)),
    ]),
    '## Clauses cited',
    listClauses(clauses),
    '',
  ].join('\n\n');
}

export const cite = (clause: string): string => (/^\d/.test(clause) ? `§${clause}` : clause);
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
export const table = (heads: string[], rows: string[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

type Led = ReadonlyMap<string, ReadonlySet<string>>;
const waysOf = (led: Led, id: string): [string, string][] => [...(led.get(id) ?? [])].map((way) => way.split('→') as [string, string]);

/** A step that may be taken at any stage and leads nowhere, or from everywhere to one stage, would hide the road: those are drawn once. */
function drawChart(procedure: Procedure, led: Led): string[] {
  const { stages, steps } = procedure;
  const arrows = steps
    .filter((step) => Array.isArray(step.at) || step.at === 'start')
    .flatMap((step) => waysOf(led, step.id).map(([from, to]) => ({ from, to, title: step.title })))
    // What leaves a case where it stands would hide the road too.
    .filter(({ from, to }) => from !== to);
  const everywhere = steps.filter((step) => step.at === 'open' && waysOf(led, step.id).some(([from, to]) => from !== to));
  return [
    [
      '```mermaid',
      'flowchart TD',
      '  START(( ))',
      ...stages.map((s) => (s.open ? `  ${s.code}["${s.title}"]` : `  ${s.code}(["${s.title}"])`)),
      ...joinArrows(arrows),
      '```',
    ].join('\n'),
    ...everywhere.map(
      (step) =>
        `From every open stage, *${step.title}* leads to ${titlesOf(
          stages,
          waysOf(led, step.id).map(([, to]) => to),
        )}.`,
    ),
  ];
}

function joinArrows(arrows: { from: string; to: string; title: string }[]): string[] {
  const joined = new Map<string, string[]>();
  for (const { from, to, title } of arrows) joined.set(`${from} ${to}`, [...(joined.get(`${from} ${to}`) ?? []), title]);
  return [...joined].map(([pair, titles]) => `  ${pair.replace(' ', ` -->|"${titles.join('<br>')}"| `)}`);
}

const titlesOf = (stages: readonly Stage[], codes: string[]): string =>
  [...new Set(codes)].map((code) => stages.find((s) => s.code === code)?.title ?? code).join(', ');

const listStages = (stages: readonly Stage[]): string =>
  table(
    ['Stage', 'Clause', 'What a caller is told'],
    stages.map((s) => [`${s.title} (${s.code})`, cite(s.clause), s.tellCaller]),
  );

const holding: Record<Role['scope'], string> = {
  anyone: 'everybody',
  council: 'granted by IG',
  directorate: 'granted by IG for a directorate',
  case: 'a relation to one case',
  item: 'a relation to one entry of a case',
};
const listRoles = (roles: readonly Role[]): string =>
  table(
    ['Role', 'Clause', 'Held by', 'Sees of a case', 'Does'],
    roles.map((r) => [capital(r.title), cite(r.clause), holding[r.scope], r.sees, r.does]),
  );

const listClauses = (clauses: Clauses): string =>
  table(
    ['Clause', 'About', 'Our reading'],
    Object.entries(clauses).map(([clause, { heading, reading }]) => [cite(clause), heading, reading ?? '']),
  );

function writeStep(step: Step, { stages }: Procedure, led: Led, clauses: Clauses): string[] {
  const heading = clauses[clauseOf(step.clause)]?.heading ?? '';
  const fields = Object.entries(step.asks ?? {});
  return [
    `### ${step.title}`,
    [
      `- **Clause** ${cite(step.clause)}, ${heading} · rows ${step.rows.join(', ')} · \`${step.id}\``,
      `- **Who** ${step.by.map((r) => r.title).join(', ')}`,
      `- **When** ${whenOf(step)}`,
      ...(step.about ? [`- **Told** ${step.about}`] : []),
      ...(step.next ? [`- **As the next thing** ${step.next}`] : []),
      ...(step.needs ?? []).map((need: Need) => `- **First** ${need.sentence} (${cite(need.clause)})`),
      `- **Leads to** ${leadsTo(step, stages, led)}`,
      ...(step.correctable ? ['- **Can be put right** by a later correction; both stay in the history'] : []),
    ].join('\n'),
    ...(fields.length > 0
      ? [
          table(
            ['Asks', 'Kind', 'Needed', 'Kept'],
            fields.map(([, field]) => writeField(field)),
          ),
        ]
      : []),
  ];
}

function whenOf({ at, of }: Step): string {
  const entry = of ? `, on each entry of its ${of}` : '';
  if (at === 'start') return 'at the start of a case';
  if (at === 'open') return `at every stage before the end${entry}`;
  return at === 'any' ? `at any stage${entry}` : `${at.map((s) => s.title).join(', ')}${entry}`;
}

function leadsTo(step: Step, stages: readonly Stage[], led: Led): string {
  const ways = waysOf(led, step.id);
  const on = ways.filter(([from, to]) => from !== to).map(([, to]) => to);
  const stays = ways.some(([from, to]) => from === to);
  if (on.length === 0) return 'no other stage';
  return `${titlesOf(stages, on)}${stays ? ', or it stays where it is' : ''}`;
}

const writeField = (field: Field): string[] => [
  field.label,
  `${field.kind}${choicesOf(field)}`,
  field.required ? 'yes' : 'no',
  field.private ? `encrypted (${field.private})` : 'register',
];

/** The first choices by their titles; those that come from the case or the store are not known here. */
function choicesOf({ options }: Field): string {
  if (!Array.isArray(options)) return options ? ': from the case' : '';
  const titles = (options as readonly Option[]).map((option) => option.title);
  return `: ${titles.slice(0, MOST_CHOICES).join('; ')}${titles.length > MOST_CHOICES ? '; …' : ''}`;
}
