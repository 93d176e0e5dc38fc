import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// House rules that no published plugin knows. Each names its remedy.
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/config.ts reads the environment: take the setting as an argument.',
};
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only, so that one thing has one name everywhere.',
};
const builtSql = [
  {
    selector:
      'CallExpression[callee.property.name=/^(raw|query|whereRaw|andWhereRaw|orWhereRaw|orderByRaw|groupByRaw|havingRaw|joinRaw|fromRaw)$/] > TemplateLiteral.arguments[expressions.length>0]',
    message: 'SQL is never built from strings: pass values as parameters, names as ?? bindings.',
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(raw|query|whereRaw|andWhereRaw|orWhereRaw|orderByRaw|groupByRaw|havingRaw|joinRaw|fromRaw)$/] > BinaryExpression.arguments[operator='+']",
    message: 'SQL is never built from strings: pass values as parameters, names as ?? bindings.',
  },
  {
    selector: "Property[key.name='text'] > TemplateLiteral[expressions.length>0]",
    message: 'The text of a prepared statement is constant: pass values as $1, $2, …',
  },
];
const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Tests own the clock: take unit.now, or the clock of platform/clock.ts.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Tests own the clock: take unit.now, or the clock of platform/clock.ts.',
  },
];
const halfTests = {
  selector:
    "CallExpression[callee.object.name=/^(describe|context|it|specify)$/][callee.property.name=/^(only|skip)$/], CallExpression[callee.name=/^(xdescribe|xcontext|xit|xspecify)$/], CallExpression[callee.object.type='ThisExpression'][callee.property.name='skip']",
  message: 'No exclusive and no skipped tests: all of them run, or they go.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'generated/',
      'coverage/',
      '.data/',
      '.cache/',
      '.venv/',
      'tests/architecture/fixtures/',
      // Programs that fail on purpose.
      'tests/unit/modules/errors/grouping/fixtures/',
      // Faults that the rules of Semgrep must find.
      '.semgrep/',
      // Checked by the compiler of their row, with the generated code that they import.
      'tests/sdk/*/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', environment, defaultExport, ...builtSql],
      'max-params': ['error', { max: 4 }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and booleans in log lines, ids and headers are wanted; objects and undefined are not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => emitter.emit()` reads better than a block; only a void that is used as a value is a mistake.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Fights with handlers whose interface is asynchronous while their body needs no await.
      '@typescript-eslint/require-await': 'off',
      // Record<never, never> is the neutral element of the types that handler interfaces are computed from.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowInGenericTypeArguments: true }],
    },
  },
  {
    files: ['src/modules/**/*.ts', 'src/outbox/**/*.ts', 'src/queue/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', environment, defaultExport, ...builtSql, ...clock] },
  },
  // The reader of the environment, and commands that other repositories run without a configuration.
  {
    files: ['src/config.ts', 'src/documents/compare/command.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport, ...builtSql] },
  },
  {
    files: ['src/main.ts', 'src/documents/{generate,compare}/**/*.ts', 'src/commands/**/*.ts', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Tests start programs with an environment of their own, so they may read this one.
      'no-restricted-syntax': ['error', defaultExport, halfTests],
      // chai's `expect(x).to.be.true` is an expression, and a test may await in describe-built loops.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['tests/{api,contract,security,system}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'fetch',
          message: 'Use checkedFetch: it validates the exchange against the document and records it for the gate.',
        },
      ],
    },
  },
  {
    // Tools that insist on a default export or plain JavaScript.
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        module: 'writable',
        require: 'readonly',
      },
    },
  },
);
