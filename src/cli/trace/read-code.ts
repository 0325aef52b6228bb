import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const rowId = /\b[A-Z]{3}-\d+[A-Z]?\b/g;

/** Where a row is declared or proved: file and line from the project's root, and the declared name or the test's title. */
export interface Place {
  row: string;
  file: string;
  line: number;
  name: string;
}

/** Every `rows: ['INT-12', …]` below a folder, with the name of what carries it. */
export function readDeclarations(root: string, folder: string): Place[] {
  return listSources(root, folder, '.ts').flatMap((file) =>
    collect(root, file, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'rows' || !ts.isArrayLiteralExpression(node.initializer)) return [];
      const ids = node.initializer.elements.flatMap((each) => (ts.isStringLiteral(each) ? idsIn(each.text, true) : []));
      return ids.map((row) => ({ row, name: nameOf(node) }));
    }),
  );
}

/** Every test whose title, or the title of a group around it, names the row. */
export function readProofs(root: string, folder: string): Place[] {
  return listSources(root, folder, '.test.ts').flatMap((file) =>
    collect(root, file, (node) => {
      const title = titleOf(node, ['it', 'test']);
      if (title === null) return [];
      const around = ancestors(node).map((each) => titleOf(each, ['describe']) ?? '');
      return [...new Set(idsIn([...around, title].join(' ')))].map((row) => ({ row, name: title }));
    }),
  );
}

function collect(root: string, file: string, find: (node: ts.Node) => { row: string; name: string }[]): Place[] {
  const tree = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2023, true);
  const found: Place[] = [];
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    found.push(...find(node).map((each) => ({ ...each, file, line })));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `it('…')`, `it.each(table)('…')`, `describe.each…`: the title as it is written, placeholders and all. */
function titleOf(node: ts.Node, words: string[]): string | null {
  if (!ts.isCallExpression(node)) return null;
  const [first] = node.arguments;
  if (!first || !words.includes(/^\w+/.exec(node.expression.getText())?.[0] ?? '')) return null;
  if (ts.isStringLiteralLike(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.getText().slice(1, -1) : null;
}

function ancestors(node: ts.Node): ts.Node[] {
  return node.parent ? [node.parent, ...ancestors(node.parent)] : [];
}

function nameOf(node: ts.Node): string {
  const named = ancestors(node).find(
    (each) => ts.isVariableDeclaration(each) || (ts.isPropertyAssignment(each) && each.name.getText() !== 'rows'),
  );
  return named && (ts.isVariableDeclaration(named) || ts.isPropertyAssignment(named)) ? named.name.getText() : '';
}

function idsIn(text: string, whole = false): string[] {
  const found = text.match(rowId) ?? [];
  return whole && found[0] !== text ? [] : found;
}

function listSources(root: string, folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && each.name.endsWith(ending))
    .map((each) => path.relative(root, path.join(each.parentPath, each.name)).replaceAll(path.sep, '/'))
    .sort();
}
