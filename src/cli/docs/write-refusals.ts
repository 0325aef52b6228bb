import ts from 'typescript';
import { grantRules } from '../../procedure/roles.js';
import { cite, GENERATED, table } from './write-procedure.js';

/** One sentence that says no, with the clause it rests on, and what it is about. */
export interface Said {
  kind: 'refusal' | 'need' | 'answer';
  sentence: string;
  clause: string;
  code: string;
}

/** `docs/refusals.md`: every “no” a person can read, from the source itself. `…` stands for a word of the case. */
export function writeRefusals(sources: readonly { file: string; text: string }[]): string {
  const said = sources.flatMap(({ file, text }) => readSentences(file, text));
  const of = (kind: Said['kind']) => sortOut(said.filter((each) => each.kind === kind));
  return [
    '# Every “no”',
    GENERATED,
    'A refusal is a plain sentence and its clause. Nothing is recorded when one is given, and what was typed is kept. `…` stands for a word of the case.',
    '## What may not be done',
    table(
      ['Sentence', 'Clause', 'Code'],
      of('refusal').map((s) => [s.sentence, s.clause && cite(s.clause), s.code]),
    ),
    '## What must hold first',
    table(
      ['Sentence', 'Clause', 'Code'],
      of('need').map((s) => [s.sentence, s.clause && cite(s.clause), s.code]),
    ),
    '## What is said of an answer',
    'It stands at the field; the clause is that of the step the form belongs to.',
    of('answer')
      .map((s) => `- ${s.sentence}`)
      .join('\n'),
    '',
  ].join('\n\n');
}

/** The same words with the same clause are one line, in the order of the alphabet. */
function sortOut(said: Said[]): Said[] {
  const once = new Map(said.map((each) => [`${each.sentence} ${each.clause} ${each.code}`, each]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** `refuse(code, sentence, { clause })`, needs with their sentence, and faults of answers, as they stand in one file. */
export function readSentences(file: string, text: string): Said[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    const said = ts.isCallExpression(node) ? readRefusal(node) : ts.isObjectLiteralExpression(node) ? readObject(node) : null;
    if (said) found.push(said);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function readRefusal(call: ts.CallExpression): Said | null {
  const [code, sentence, more] = call.arguments;
  if (call.expression.getText() !== 'refuse' || !code || !ts.isStringLiteral(code) || !sentence) return null;
  const words = wordsOf(sentence);
  const clause = more && ts.isObjectLiteralExpression(more) ? (textOf(more, 'clause') ?? clauseElsewhere(more)) : '';
  return words === null ? null : { kind: 'refusal', code: code.text, sentence: words, clause };
}

/** A clause that is not written out at the refusal itself. */
function clauseElsewhere(more: ts.ObjectLiteralExpression): string {
  const property = more.properties.find((each) => each.name?.getText() === 'clause');
  const named: Record<string, string> = { 'step.clause': 'that of the step', 'grantRules.clause': grantRules.clause };
  return property && ts.isPropertyAssignment(property) ? (named[property.initializer.getText()] ?? '') : '';
}

function readObject(node: ts.ObjectLiteralExpression): Said | null {
  const fault = textOf(node, 'fault');
  if (fault !== null && (ts.isReturnStatement(node.parent) || ts.isConditionalExpression(node.parent))) return answer(fault);
  const sentence = textOf(node, 'sentence');
  if (sentence === null) return null;
  const [code, clause] = [textOf(node, 'code'), textOf(node, 'clause')];
  if (code !== null && clause !== null && has(node, 'holds')) return { kind: 'need', sentence, code, clause };
  return has(node, 'field') ? answer(sentence) : null;
}

const answer = (sentence: string): Said => ({ kind: 'answer', sentence, clause: '', code: '' });

const has = (node: ts.ObjectLiteralExpression, name: string): boolean => node.properties.some((each) => each.name?.getText() === name);

function textOf(node: ts.ObjectLiteralExpression, name: string): string | null {
  const property = node.properties.find((each) => each.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) ? wordsOf(property.initializer) : null;
}

/** The words of a sentence as it is written; what is filled in becomes `…`. Null when it is put together elsewhere. */
function wordsOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isConditionalExpression(node)) return wordsOf(node.whenTrue);
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `${partOf(span.expression)}${span.literal.text}`).join('');
}

/** A part of a sentence that stands in a constant just above is read out; anything else belongs to the case. */
function partOf(node: ts.Expression): string {
  if (!ts.isIdentifier(node)) return '…';
  let found: ts.Expression | undefined;
  const visit = (each: ts.Node): void => {
    if (ts.isVariableDeclaration(each) && each.name.getText() === node.text) found = each.initializer;
    ts.forEachChild(each, visit);
  };
  visit(node.getSourceFile());
  return (found && wordsOf(found)) ?? '…';
}
