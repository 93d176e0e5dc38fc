import { expect } from 'chai';
import { releaseNotesOf } from '../../../../src/documents/compare/release-notes.ts';
import { bundles } from './bundle.ts';
import { at, draftOf, removeAt, setAt, type Draft } from './edit.ts';

const task = '/components/schemas/Task/properties';
const label = '/paths/~1api~1v2~1labels~1{label_id}';

describe('the notes of a release', function () {
  this.timeout(10_000);
  const notesOf = (change: (draft: Draft) => void) => {
    const after = draftOf(bundles.v2);
    change(after);
    return releaseNotesOf(bundles.v2, after);
  };
  const none = { added: [], changed: [], deprecated: [], removed: [] };

  it('are empty if nothing changed, and if only texts changed', () => {
    expect(notesOf(() => undefined)).to.deep.equal(none);
    expect(notesOf((draft) => setAt(draft, '/info/description', 'In other words.'))).to.deep.equal(none);
  });

  it('name what was added, with the component and all operations that return it', () => {
    const { added, ...others } = notesOf((draft) => setAt(draft, `${task}/planted`, { type: 'string' }));
    expect(others).to.deep.equal({ changed: [], deprecated: [], removed: [] });
    const [note] = added.filter(({ kind }) => kind === 'response-property-added');
    expect(note).to.include({ where: 'Task.planted', reason: 'planted was added' });
    expect(note!.operations).to.include.members(['getTask', 'createTask', 'listTasks']);
  });

  it('name removed operations and properties', () => {
    const { removed, changed } = notesOf((draft) => {
      removeAt(draft, `${label}/delete`);
      removeAt(draft, `${task}/title`);
    });
    expect(changed).to.deep.equal([]);
    expect(removed.map(({ kind }) => kind)).to.include.members(['method-removed', 'response-property-removed']);
    expect(removed.find(({ kind }) => kind === 'method-removed')?.operations).to.deep.equal(['deleteLabel']);
  });

  it('take a bound that is added or removed for a change of what it bounds', () => {
    const { added, changed, removed } = notesOf((draft) => {
      at(draft, `${task}/title`)['maxLength'] = 7;
      at(draft, `${task}/title`)['pattern'] = `^${'a'.repeat(500)}$`;
    });
    expect([added, removed]).to.deep.equal([[], []]);
    expect(changed.map(({ where }) => where)).to.include('Task.title');
    expect(changed.filter(({ kind }) => kind.includes('-pattern-')).map(({ reason }) => reason)).to.include(
      'the pattern changed',
    );
  });

  it('merge equal notes about several operations', () => {
    const { added } = notesOf((draft) => {
      for (const method of ['get', 'patch']) setAt(draft, `${label}/${method}/responses/418`, { description: 'Tea.' });
    });
    expect(added).to.have.length(1);
    expect(added[0]).to.deep.include({ reason: '418 was added', where: '', operations: ['getLabel', 'updateLabel'] });
  });

  it('list operations that became deprecated, by their sunset', () => {
    const { deprecated, changed } = notesOf((draft) => {
      Object.assign(at(draft, `${label}/get`), { deprecated: true, 'x-sunset': '2001-01-01' });
      Object.assign(at(draft, `${label}/patch`), { deprecated: true, 'x-sunset': '2001-01-01' });
      at(draft, `${label}/delete`)['deprecated'] = true;
    });
    expect(deprecated.map(({ reason, operations }) => [reason, operations])).to.deep.equal([
      ['deprecated, served until 2001-01-01', ['getLabel', 'updateLabel']],
      ['deprecated', ['deleteLabel']],
    ]);
    expect(changed.map(({ kind }) => kind)).not.to.include('deprecation-changed');
  });

  it('of the first release are its operations, and those that are deprecated already', () => {
    const { added, deprecated, ...others } = releaseNotesOf(undefined, bundles.v1);
    expect(others).to.deep.equal({ changed: [], removed: [] });
    expect(added.map(({ kind }) => kind)).to.deep.equal(['operation-added']);
    expect(added[0]!.operations).to.include.members(['listTasks', 'logIn']);
    expect(deprecated.flatMap(({ operations }) => operations)).to.have.members([...added[0]!.operations]);
  });

  it('begin with operations', () => {
    const { added } = notesOf((draft) => {
      setAt(draft, `${task}/planted`, { type: 'string' });
      const get = structuredClone(at(draft, `${label}/get`));
      setAt(draft, '/paths/~1api~1v2~1planted', { get: { ...get, operationId: 'getPlanted', parameters: [] } });
    });
    expect(added[0]).to.deep.include({ kind: 'operation-added', operations: ['getPlanted'] });
    expect(added).to.have.length.above(1);
  });
});
