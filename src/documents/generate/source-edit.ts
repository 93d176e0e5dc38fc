import ts from 'typescript';
import type { Import } from './stub.ts';

// Small edits of hand-written TypeScript, located by the syntax tree. Prettier formats the result.

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('edited.ts', text, ts.ScriptTarget.Latest, true);
}

function insert(text: string, position: number, addition: string): string {
  return text.slice(0, position) + addition + text.slice(position);
}

/** Adds an import of a name, unless it exists. */
export function addImport(text: string, { name, from, isType = false }: Import): string {
  const declarations = parse(text).statements.filter(ts.isImportDeclaration);
  for (const declaration of declarations) {
    if (!ts.isStringLiteral(declaration.moduleSpecifier) || declaration.moduleSpecifier.text !== from) continue;
    const clause = declaration.importClause;
    const bindings = clause?.namedBindings;
    if (clause === undefined || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    if (bindings.elements.some((element) => element.name.text === name)) return text;
    const isTypeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
    if (isTypeOnly && !isType) continue;
    const last = bindings.elements.at(-1);
    const word = isType && !isTypeOnly ? `type ${name}` : name;
    return last === undefined ? text : insert(text, last.end, `, ${word}`);
  }
  const line = `import ${isType ? 'type ' : ''}{ ${name} } from '${from}';\n`;
  const end = declarations.at(-1)?.end;
  return end === undefined ? line + text : insert(text, end, `\n${line.trimEnd()}`);
}

/**
 * Returns the name under which a whole module is imported: `tasks` for `import * as tasks from './tasks.service.ts'`.
 */
export function namespaceOf(text: string, from: string): string | undefined {
  for (const statement of parse(text).statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text === from && bindings !== undefined && ts.isNamespaceImport(bindings)) {
      return bindings.name.text;
    }
  }
  return undefined;
}

interface Factory {
  readonly name: string | undefined;
  readonly object: ts.ObjectLiteralExpression;
  readonly parameters: string;
}

/** Returns the functions of a file that return an object. */
function factoriesOf(text: string): Factory[] {
  return parse(text)
    .statements.filter(ts.isFunctionDeclaration)
    .flatMap((statement) => {
      const object = statement.body?.statements
        .filter(ts.isReturnStatement)
        .map((it) => it.expression)
        .find((it) => it !== undefined && ts.isObjectLiteralExpression(it));
      const parameters = statement.parameters.map((it) => it.getText()).join(', ');
      return object === undefined ? [] : [{ name: statement.name?.text, object, parameters }];
    });
}

function factoryOf(text: string, name: string): Factory | undefined {
  return factoriesOf(text).find((factory) => factory.name === name);
}

/** Whether the function has a parameter member of that name. */
export function hasParameter(text: string, factory: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(factoryOf(text, factory)?.parameters ?? '');
}

/** Whether a function of the file returns an object with that member. */
export function hasMember(text: string, name: string): boolean {
  return factoriesOf(text).some(({ object }) => object.properties.some((it) => it.name?.getText() === name));
}

/**
 * Adds a member to the object that the function returns.
 * @throws Error if there is no such function
 */
export function addMember(text: string, factory: string, member: string): string {
  const found = factoryOf(text, factory);
  if (found === undefined)
    throw new Error(`no function ${factory} that returns an object of handlers: write one first`);
  const { object } = found;
  const last = object.properties.at(-1);
  return last === undefined
    ? insert(text, object.getStart() + 1, ` ${member} `)
    : insert(text, last.end, `, ${member}`);
}
