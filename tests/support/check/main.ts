import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

// What `make check-code` runs: the compiler's diagnostics, then ESLint with the very program that these come from. On
// its own, ESLint would read and check all files a second time, because its rules ask for types.

const root = join(import.meta.dirname, '../../..');

/** The program of tsconfig.json; what did not change since the last run is not checked again. */
function buildProgram(): ts.EmitAndSemanticDiagnosticsBuilderProgram {
  const path = join(root, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config: unknown;
    error?: ts.Diagnostic;
  };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, path);
  return ts.createIncrementalProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    configFileParsingDiagnostics: [...(error === undefined ? [] : [error]), ...parsed.errors],
  });
}

function diagnosticsOf(builder: ts.EmitAndSemanticDiagnosticsBuilderProgram): readonly ts.Diagnostic[] {
  const found = [
    ...builder.getConfigFileParsingDiagnostics(),
    ...builder.getOptionsDiagnostics(),
    ...builder.getSyntacticDiagnostics(),
    ...builder.getGlobalDiagnostics(),
    ...builder.getSemanticDiagnostics(),
  ];
  // Writes nothing but what the next run need not check again.
  const { diagnostics } = builder.emit();
  return ts.sortAndDeduplicateDiagnostics([...found, ...diagnostics]);
}

/** What typescript-eslint's types do not say of its parser. */
interface Parser {
  readonly meta: { readonly name: string; readonly version: string };
  readonly parseForESLint: (text: string, options: object) => Linter.ESLintParseResult;
}

/** The parser of eslint.config.js, given the program. It is wrapped, because ESLint's cache wants options that are JSON. */
function parserWith(program: ts.Program): Parser {
  const { meta, parseForESLint } = tseslint.parser as unknown as Parser;
  return {
    meta,
    parseForESLint: (text, options) => parseForESLint(text, { ...options, projectService: false, programs: [program] }),
  };
}

/** @returns the findings as text, empty where there are none */
async function lint(program: ts.Program): Promise<string> {
  const eslint = new ESLint({
    cwd: root,
    cache: true,
    cacheLocation: join(root, '.cache/eslint'),
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: parserWith(program) } }],
  });
  const results = await eslint.lintFiles(['.']);
  const formatter = await eslint.loadFormatter('stylish');
  return formatter.format(results);
}

const builder = buildProgram();
const diagnostics = diagnosticsOf(builder);
if (diagnostics.length > 0) {
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  };
  console.log(ts.formatDiagnosticsWithColorAndContext(diagnostics, host));
}
const findings = await lint(builder.getProgram());
if (findings !== '') console.log(findings);
if (diagnostics.length > 0 || findings !== '') process.exitCode = 1;
