import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

// Finds tests that cannot fail: calls of `it` whose function reaches no `expect`, neither directly nor through
// functions that it calls. Only syntax trees are read, so functions are followed by name: in their own file or along a
// relative import.

/** Facts about a piece of source: whether it asserts directly, and which functions it calls or passes on. */
interface Calls {
  readonly hasExpect: boolean;
  readonly called: ReadonlySet<string>;
  /** Called functions and arguments of calls. */
  readonly names: ReadonlySet<string>;
}

interface Test extends Calls {
  readonly file: string;
  /** `tests/api/tasks/getTask.spec.ts:12` */
  readonly at: string;
}

interface TestFile {
  readonly source: ts.SourceFile;
  /** The functions that the file declares, at any depth. */
  readonly functions: Map<string, Calls>;
  /** Local name -> the imported file and the name there. */
  readonly imports: Map<string, { readonly file: string; readonly name: string }>;
  readonly tests: Test[];
  /** Functions that create a test from a function argument: each call of one is a test. */
  readonly makers: Set<string>;
}

type TestFiles = ReadonlyMap<string, TestFile>;

/** Counts the tests below `root`, and returns the places of those without an assertion. */
export function findTestsWithoutAssertion(root: string): { readonly tests: number; readonly without: string[] } {
  const files = new Map(globSync('tests/**/*.ts', { cwd: root }).map((file) => [file, readTestFile(root, file)]));
  const asserting = findAsserting(files);
  const tests = [...files.values()].flatMap((file) => [...file.tests, ...madeTests(files, file)]);
  const without = tests.filter((test) => !test.hasExpect && !callsAny(files, asserting, test));
  return { tests: tests.length, without: without.map(({ at }) => at).sort() };
}

/** Returns `file name` of every function that asserts, directly or through others. */
function findAsserting(files: TestFiles): ReadonlySet<string> {
  const all = [...files].flatMap(([file, { functions }]) =>
    [...functions].map(([name, calls]) => ({ file, name, ...calls })),
  );
  const asserting = new Set<string>();
  for (let before = -1; before < asserting.size;) {
    before = asserting.size;
    for (const one of all) {
      if (one.hasExpect || callsAny(files, asserting, one)) asserting.add(`${one.file} ${one.name}`);
    }
  }
  return asserting;
}

function callsAny(files: TestFiles, known: ReadonlySet<string>, { file, names }: Calls & { file: string }): boolean {
  return [...names].some((name) => known.has(declarationOf(files, file, name)));
}

/** Returns `file name` of the declaration to which a name in a file refers. */
function declarationOf(files: TestFiles, file: string, name: string): string {
  const imported = files.get(file)?.imports.get(name);
  return imported === undefined ? `${file} ${name}` : `${imported.file} ${imported.name}`;
}

/** Returns the calls of makers, including imported ones. */
function madeTests(files: TestFiles, { source }: TestFile): Test[] {
  const makers = new Set(
    [...files].flatMap(([file, { makers: names }]) => [...names].map((name) => `${file} ${name}`)),
  );
  const tests: Test[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const declaration = declarationOf(files, source.fileName, node.expression.text);
      if (makers.has(declaration)) tests.push(testAt(node, source, node.arguments));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return tests;
}

function readTestFile(root: string, file: string): TestFile {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: TestFile = { source, functions: new Map(), imports: new Map(), tests: [], makers: new Set() };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) readImport(node, found);
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) found.functions.set(node.name.text, callsIn([node]));
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && isFunction(node.initializer)) {
      found.functions.set(node.name.text, callsIn([node.initializer]));
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^(it|specify)$/.test(node.expression.text)) {
      const test = testAt(node, source, node.arguments.slice(1));
      const maker = makerOf(node, test);
      if (maker === undefined) found.tests.push(test);
      else found.makers.add(maker);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function testAt(node: ts.Node, source: ts.SourceFile, nodes: readonly ts.Node[]): Test {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { file: source.fileName, at: `${source.fileName}:${line + 1}`, ...callsIn(nodes) };
}

/** Returns the name of the function that contains a test, if the test calls one of its parameters. */
function makerOf(node: ts.Node, test: Test): string | undefined {
  for (let outer = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    if (!ts.isFunctionDeclaration(outer)) continue;
    const isCalled = ({ name }: ts.ParameterDeclaration): boolean =>
      ts.isIdentifier(name) && test.called.has(name.text);
    if (outer.parameters.some(isCalled)) return outer.name?.text;
  }
  return undefined;
}

function readImport({ moduleSpecifier, importClause }: ts.ImportDeclaration, { source, imports }: TestFile): void {
  if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return;
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return;
  const file = normalize(join(dirname(source.fileName), moduleSpecifier.text));
  for (const { name, propertyName } of bindings.elements) {
    imports.set(name.text, { file, name: (propertyName ?? name).text });
  }
}

function isFunction(node: ts.Node | undefined): node is ts.ArrowFunction | ts.FunctionExpression {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

function callsIn(nodes: readonly ts.Node[]): Calls {
  const called = new Set<string>();
  // `it('…', check)` passes a function by name.
  const names = new Set(nodes.filter(ts.isIdentifier).map(({ text }) => text));
  let hasExpect = false;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      if (ts.isIdentifier(node.expression)) called.add(node.expression.text);
      for (const part of node.arguments) if (ts.isIdentifier(part)) names.add(part.text);
      hasExpect ||= /^expect\b/.test(node.expression.getText());
    }
    ts.forEachChild(node, visit);
  };
  nodes.forEach(visit);
  return { hasExpect, called, names: new Set([...called, ...names]) };
}
