import ts from 'typescript';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Properties that name a declaration; without them it is another one, not one switched off. */
const names = new Set(['id', 'code', 'rows', 'clause', 'unit', 'from']);

/**
 * The source with the declarations of one row switched off, so that it still loads: a step nobody may take, a message nobody gets,
 * a limit of another length, a need that always holds, a table without rows, words left empty. Null when there is no way to do so.
 */
export function switchOff(source: string, row: string): string | null {
  const tree = ts.createSourceFile('declaration.ts', source, ts.ScriptTarget.ES2023, true);
  const edits = carriers(tree, row).map((carrier) => switchCarrier(tree, carrier));
  if (edits.length === 0 || edits.some((each) => each.length === 0)) return null;
  return apply(source, edits.flat());
}

/** The object literals whose `rows` name the row. */
function carriers(tree: ts.SourceFile, row: string): ts.ObjectLiteralExpression[] {
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && namesRow(node, row)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function namesRow(node: ts.ObjectLiteralExpression, row: string): boolean {
  const rows = node.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === 'rows');
  if (!rows || !ts.isPropertyAssignment(rows) || !ts.isArrayLiteralExpression(rows.initializer)) return false;
  return rows.initializer.elements.some((each) => ts.isStringLiteral(each) && each.text === row);
}

function switchCarrier(tree: ts.SourceFile, carrier: ts.ObjectLiteralExpression): Edit[] {
  const values = carrier.properties.filter(ts.isPropertyAssignment);
  const value = (name: string) => values.find((each) => each.name.getText() === name)?.initializer;
  const by = value('by');
  if (by && ts.isArrayLiteralExpression(by)) return [replace(by, '[]')];
  const holds = value('holds');
  if (holds) return [replace(holds, '() => true')];
  const entry = entryOfTable(carrier);
  if (entry) return [replace(entry, '...[]')];
  const to = value('to');
  if (to && ts.isArrayLiteralExpression(to)) return [replace(to, '[]')];
  const numbers = otherNumbers(carrier);
  if (numbers.length > 0) return numbers;
  const words = values.filter((each) => !names.has(each.name.getText())).flatMap(emptyWords);
  return words.length > 0 ? words : emptyBefore(tree, carrier);
}

/** The row of a table that the carrier is, bare or handed to a function that checks it: `[timer({ rows: […] })]`. */
function entryOfTable(carrier: ts.Expression): ts.Expression | null {
  const call = carrier.parent;
  const entry = ts.isCallExpression(call) && call.arguments[0] === carrier ? call : carrier;
  return ts.isArrayLiteralExpression(entry.parent) ? entry : null;
}

const otherNumbers = (carrier: ts.ObjectLiteralExpression): Edit[] =>
  carrier.properties
    .flatMap((each) => (ts.isPropertyAssignment(each) && ts.isNumericLiteral(each.initializer) ? [each.initializer] : []))
    .map((number) => replace(number, String(Number(number.getText()) + 1)));

function emptyWords({ initializer }: ts.PropertyAssignment): Edit[] {
  if (ts.isStringLiteralLike(initializer)) return [replace(initializer, "''")];
  return ts.isArrowFunction(initializer) && !ts.isBlock(initializer.body) ? [replace(initializer.body, "''")] : [];
}

/** `export const rightsRow = { rows: […] }` speaks for the table, the numbers or the rule (a function of one expression) before it. */
function emptyBefore(tree: ts.SourceFile, carrier: ts.Node): Edit[] {
  const before = tree.statements
    .filter((each) => ts.isVariableStatement(each) && each.end < carrier.getStart())
    .flatMap((each) => (ts.isVariableStatement(each) ? [...each.declarationList.declarations] : []))
    .map((each) => unwrap(each.initializer));
  return before.map(emptyOne).findLast((each) => each !== null) ?? [];
}

function emptyOne(value: ts.Expression | undefined): Edit[] | null {
  if (value && ts.isArrayLiteralExpression(value)) return [replace(value, '[]')];
  const numbers = value && ts.isObjectLiteralExpression(value) ? otherNumbers(value) : [];
  if (numbers.length > 0) return numbers;
  return value && ts.isArrowFunction(value) && !ts.isBlock(value.body) ? [replace(value.body, 'undefined')] : null;
}

const unwrap = (node: ts.Expression | undefined): ts.Expression | undefined =>
  node && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) ? unwrap(node.expression) : node;

const replace = (node: ts.Node, text: string): Edit => ({ start: node.getStart(), end: node.end, text });

function apply(source: string, edits: Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
}
