/** What the package of the client takes from package.json of the repository. */
interface RepositoryManifest {
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Returns package.json of the client package, whose version is that of the contract. */
export function clientManifest(version: string, { license, dependencies }: RepositoryManifest): object {
  const { 'openapi-fetch': fetcher } = dependencies;
  if (fetcher === undefined) throw new Error('package.json does not depend on openapi-fetch');
  return {
    name: 'architect-client',
    version,
    description: 'Client of the HTTP contract of Architect, typed by operationId',
    license,
    type: 'module',
    engines: { node: '>=20' },
    sideEffects: false,
    files: ['dist'],
    exports: {
      '.': { types: './dist/src/client/index.d.ts', default: './dist/src/client/index.js' },
      './package.json': './package.json',
    },
    // Tools that do not read `exports`.
    types: './dist/src/client/index.d.ts',
    dependencies: { 'openapi-fetch': `^${fetcher}` },
  };
}
