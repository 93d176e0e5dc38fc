import { expect } from 'chai';
import { PathTree } from '../../../../src/contract/routing/path-tree.ts';

function treeOf(...templates: string[]): PathTree<string> {
  const tree = new PathTree<string>();
  for (const template of templates) tree.add(template, () => template);
  return tree;
}

describe('PathTree', () => {
  const tree = treeOf('/events', '/events/{id}', '/events/stats', '/events/{id}/parts/{part}', '/{a}/stats/deep', '/');

  const found: readonly [path: string, template: string, segments: readonly string[]][] = [
    ['/', '/', []],
    ['/events', '/events', []],
    ['/events/stats', '/events/stats', []],
    ['/events/42', '/events/{id}', ['42']],
    ['/events/statsx', '/events/{id}', ['statsx']],
    ['/events/42/parts/7', '/events/{id}/parts/{part}', ['42', '7']],
    // A concrete segment that leads nowhere is left again.
    ['/events/stats/parts/7', '/events/{id}/parts/{part}', ['stats', '7']],
    ['/events/stats/deep', '/{a}/stats/deep', ['events']],
    // Percent-encoding does not make another path; parameters stay encoded for their decoder.
    ['/%65vents/st%61ts', '/events/stats', []],
    ['/events/a%20b', '/events/{id}', ['a%20b']],
    ['/events/%C3%A9', '/events/{id}', ['%C3%A9']],
  ];
  for (const [path, template, segments] of found) {
    it(`finds ${template} at ${path}`, () => {
      expect(tree.find(path)).to.deep.equal({ value: template, segments });
    });
  }

  const absent = ['/events/', '/events/42/', '/events//parts/7', '//events', '/EVENTS', '/events/42/parts', '*', ''];
  for (const path of absent) {
    it(`finds nothing at ${JSON.stringify(path)}`, () => {
      expect(tree.find(path)).to.equal(undefined);
    });
  }

  // Nothing is called so: other readers of the path could find a slash or its end there.
  for (const segment of [
    'a%2Fb',
    '%2f',
    '%00',
    'a%0A',
    '%1f',
    '%7F',
    '%C2%85',
    '%zz',
    '%',
    '%C0%AF',
    '%ED%A0%80',
    '%E2%82',
  ]) {
    for (const path of [`/events/${segment}`, `/${segment}/stats/deep`, `/events/42/parts/${segment}`]) {
      it(`finds nothing at ${path}`, () => {
        expect(tree.find(path)).to.equal(undefined);
      });
    }
  }

  it('keeps one value for one template', () => {
    const made = new PathTree<string[]>();
    made.add('/a/{b}', () => []).push('first');
    made.add('/a/{c}', () => []).push('second');
    expect(made.find('/a/1')?.value).to.deep.equal(['first', 'second']);
  });

  describe('parameters that are a part of a segment', () => {
    const tree = treeOf(
      '/compare/{base}...{head}',
      '/files/{name}.json',
      '/files/{name}.tar.json',
      '/files/{name}',
      '/files/{name}.json/raw',
    );
    for (const [path, template, segments] of [
      ['/compare/main...fix.1', '/compare/{base}...{head}', ['main', 'fix.1']],
      ['/compare/a%20b...c', '/compare/{base}...{head}', ['a%20b', 'c']],
      ['/files/a.json', '/files/{name}.json', ['a']],
      ['/files/a.tar.json', '/files/{name}.tar.json', ['a']],
      ['/files/a.tar', '/files/{name}', ['a.tar']],
      ['/files/.json', '/files/{name}', ['.json']],
      ['/files/a.json/raw', '/files/{name}.json/raw', ['a']],
    ] as const) {
      it(`finds ${template} for ${path}`, () => {
        expect(tree.find(path)).to.deep.equal({ value: template, segments });
      });
    }
    it('finds nothing where a text is missing, and leaves no text behind', () => {
      expect(tree.find('/compare/main')).to.equal(undefined);
      expect(tree.find('/compare/main...')).to.equal(undefined);
      expect(tree.find('/files/a.tar/raw')).to.equal(undefined);
    });
    it('leaves no text of a mixed segment behind where the rest of the path is another one', () => {
      const branches = treeOf('/{name}.{extension}/raw', '/{file}/blame');
      expect(branches.find('/a.tar/blame')).to.deep.equal({ value: '/{file}/blame', segments: ['a.tar'] });
      expect(branches.find('/a.tar/raw')?.segments).to.deep.equal(['a', 'tar']);
    });
    it('takes no text of a template for a pattern', () => {
      expect(treeOf('/a/{b}.c').find('/a/1xc')).to.equal(undefined);
    });
    for (const template of ['/a/{b}{c}', '/a/{b', '/a/b}{c}']) {
      it(`refuses ${template}, with no text between the parameters`, () => {
        expect(() => treeOf(template)).to.throw('without text between them');
      });
    }
  });
});
