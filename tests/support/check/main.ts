import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

// `make check-code`: reports the compiler's diagnostics, then runs ESLint with the same TypeScript program. On its own,
// ESLint would parse and check all files a second time, because its rules need types.

const root = join(import.meta.dirname, '../../..');

/** Creates the program of tsconfig.json. It is incremental: unchanged files are not checked again. */
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
  // Writes only the build info for the next incremental run.
  const { diagnostics } = builder.emit();
  return ts.sortAndDeduplicateDiagnostics([...found, ...diagnostics]);
}

/** Members of typescript-eslint's parser that its types do not declare. */
interface Parser {
  readonly meta: { readonly name: string; readonly version: string };
  readonly parseForESLint: (text: string, options: object) => Linter.ESLintParseResult;
}

/**
 * Wraps the parser of eslint.config.js with the program. The program cannot be an option: ESLint's cache requires JSON.
 */
function parserWith(program: ts.Program): Parser {
  const { meta, parseForESLint } = tseslint.parser as unknown as Parser;
  return {
    meta,
    parseForESLint: (text, options) => parseForESLint(text, { ...options, projectService: false, programs: [program] }),
  };
}

/** @returns the findings as text; empty if there are none */
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
