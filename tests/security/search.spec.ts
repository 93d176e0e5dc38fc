import { expect } from 'chai';
import { bodyOf, createTask } from '../support/factories.ts';
import { useScene } from '../support/scene.ts';

describe('what is searched for is text, whatever it looks like', () => {
  const scene = useScene();

  const found = async (q: string): Promise<number> =>
    bodyOf(await scene.owner.v2.GET('/api/v2/tasks', { params: { query: { q } } })).data.length;

  const texts = ['-', '- ', '-&', '-"', '"-', '"', '(', ':*', '!', '<->', '\\', "'", '%', ' or ', '-a'];
  for (const text of texts) {
    it(`${JSON.stringify(text)}, over and over`, async () => {
      const q = text.repeat(200).slice(0, 200);
      const { response } = await scene.owner.v2.GET('/api/v2/tasks', { params: { query: { q } } });
      expect(response.status).to.equal(200);
      const projects = await scene.owner.v2.GET('/api/v2/projects', { params: { query: { q } } });
      expect(projects.response.status).to.equal(200);
    });
  }

  it('a hyphen before a word, or a phrase, still says "without", and one within a word is of the word', async () => {
    await createTask(scene.owner, scene.project, { title: 'Lantern by the well-known harbour' });
    expect(await found('lantern')).to.equal(1);
    expect(await found('lantern -harbour')).to.equal(0);
    expect(await found('lantern -"the well"')).to.equal(0);
    expect(await found('lantern -meadow')).to.equal(1);
    expect(await found('well-known')).to.equal(1);
    expect(await found('lantern - harbour')).to.equal(1);
  });
});
