import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { stringify } from 'yaml';
import { buildKustomization } from '../../../support/deploy/kustomize.ts';

describe('the build of kustomizations', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'architect-kustomize-'));
    write('map.yaml', { kind: 'ConfigMap', metadata: { name: 'map' }, data: { PORT: '8080', HOST: '::' } });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: object): void => writeFileSync(join(folder, name), stringify(content));
  const build = (kustomization: object) => {
    write('kustomization.yaml', { resources: ['map.yaml'], ...kustomization });
    return buildKustomization(folder);
  };

  it('merges a patch, in which null deletes', () => {
    const patch = stringify({ kind: 'ConfigMap', metadata: { name: 'map' }, data: { PORT: '9090', HOST: null } });
    expect(build({ patches: [{ patch }] })[0]!.data).to.deep.equal({ PORT: '9090' });
  });

  it('replaces a value at a path', () => {
    const target = { kind: 'ConfigMap', name: 'map' };
    const patch = stringify([{ op: 'replace', path: '/data/PORT', value: '9090' }]);
    expect(build({ patches: [{ target, patch }] })[0]!.data).to.deep.equal({ PORT: '9090', HOST: '::' });
  });

  const faults: Readonly<Record<string, readonly [kustomization: object, message: string]>> = {
    'a key that it does not know': [{ namePrefix: 'x' }, 'does not know namePrefix'],
    'a patch without a target': [{ patches: [{ path: 'other.yaml' }] }, 'no ConfigMap other to patch'],
    'a path that is not there': [
      {
        patches: [
          {
            target: { kind: 'ConfigMap', name: 'map' },
            patch: stringify([{ op: 'replace', path: '/data/NAME', value: 'x' }]),
          },
        ],
      },
      'has no /data/NAME to replace',
    ],
    'a list in a merge patch': [{ patches: [{ path: 'list.yaml' }] }, 'a list in a merge patch'],
    'a file that is not YAML': [{ resources: ['broken.yaml'] }, 'broken.yaml: '],
  };
  for (const [title, [kustomization, message]] of Object.entries(faults)) {
    it(`refuses ${title}`, () => {
      write('other.yaml', { kind: 'ConfigMap', metadata: { name: 'other' } });
      write('list.yaml', { kind: 'ConfigMap', metadata: { name: 'map' }, data: ['x'] });
      writeFileSync(join(folder, 'broken.yaml'), 'kind: ConfigMap\nports:\n  - { port: 1 }x\n');
      expect(() => build(kustomization)).to.throw(message);
    });
  }
});
