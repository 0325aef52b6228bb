import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  /** The text with comments blanked out, line numbers kept. */
  code: string;
  lines: number;
  /** Where each import leads: a path like the above, or the name of a library (`node:fs`, `luxon`). */
  imports: { target: string; library: boolean; typeOnly: boolean }[];
}

/** Every TypeScript file below a folder of the project. */
export function readSources(folder: string): SourceFile[] {
  return listFiles(folder)
    .filter((file) => file.endsWith('.ts'))
    .map(readSource);
}

/** Every file below a folder, from the project's root; [] when the folder is not there. */
export function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((each) => each.isFile())
      .map((each) => path.relative('.', path.join(each.parentPath, each.name)).replaceAll(path.sep, '/'))
      .sort();
  } catch {
    return [];
  }
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  return { path: file, text, code: blankComments(text), lines: text.trimEnd().split('\n').length, imports: importsOf(tree, file) };
}

function importsOf(tree: ts.SourceFile, file: string): SourceFile['imports'] {
  const found: SourceFile['imports'] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier)) found.push({ ...resolve(file, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  const named = importClause?.namedBindings;
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return !importClause?.name && !!named && ts.isNamedImports(named) && named.elements.every((each) => each.isTypeOnly);
}

function resolve(file: string, specifier: string): { target: string; library: boolean } {
  if (!specifier.startsWith('.')) return { target: packageOf(specifier), library: true };
  return { target: path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts'), library: false };
}

const packageOf = (specifier: string) =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

/** Strings are left alone as far as a `//` in them follows a colon (a URL). */
const blankComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
