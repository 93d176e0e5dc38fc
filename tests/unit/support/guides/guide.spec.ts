import { expect } from 'chai';
import { readCalls } from '../../../support/guides/calls.ts';
import { readSteps, type Guide } from '../../../support/guides/guide.ts';
import { walk } from '../../../support/guides/run-guide.ts';

const block = (kind: string, ...lines: string[]): string => ['```' + kind, ...lines, '```', ''].join('\n');
const guideOf = (markdown: string): Guide => ({ name: 'planted', markdown, steps: readSteps(markdown) });

describe('a guide', () => {
  it('is read as steps: commands, and what is shown beneath them', () => {
    const markdown = `# Ships\n\n## Launch\n\n${block('sh', 'A=1', 'echo $A')}\n${block('text', '1')}\n## Sink\n\n${block('sh', 'B=2')}`;
    expect(readSteps(markdown)).to.deep.equal([
      { title: 'Launch', line: 5, commands: 'A=1\necho $A', shown: { kind: 'text', text: '1' } },
      { title: 'Sink', line: 16, commands: 'B=2', shown: undefined },
    ]);
  });

  it('has no blocks that nobody would check', () => {
    expect(() => readSteps(block('json', '{}'))).to.throw('line 1: a block is sh, http or text, not "json"');
    expect(() => readSteps(block('http', 'HTTP/1.1 200 OK'))).to.throw('line 1: no sh block before this response');
    expect(() => readSteps('```sh\necho')).to.throw('the block of line 1 has no end');
  });
});

describe('the walk through a guide', () => {
  const start = guideOf(block('sh', 'NAME=Ada'));

  it('goes through one shell, and tells what each step printed', async () => {
    const guide = guideOf(`${block('sh', 'GREETING="Hello $NAME"')}${block('sh', 'echo "$GREETING from $PLACE"')}`);
    const walked = await walk(start, guide, { PLACE: 'Turku' });
    expect(walked).to.deep.equal({ outputs: ['', 'Hello Ada from Turku\n'], failure: undefined });
  });

  const broken = {
    'a command that fails': 'false',
    'a command that fails in a pipe': 'false | cat',
    'a variable that nobody has set': 'echo "$MISSING"',
    'a shell that ends': 'exit 0',
  };
  for (const [what, command] of Object.entries(broken)) {
    it(`ends at ${what}`, async () => {
      const guide = guideOf(`${block('sh', 'echo 1')}${block('sh', command)}${block('sh', 'echo 3')}`);
      const { outputs, failure } = await walk(start, guide, {});
      expect(outputs).to.deep.equal(['1\n']);
      expect(failure).to.match(/^bash ended with \d+ after 1 steps/);
    });
  }
});

describe('a walk that waits in vain', () => {
  it('ends', async () => {
    const guide = guideOf(`${block('sh', 'echo 1')}${block('sh', 'until false; do sleep 1; done')}`);
    const { outputs, failure } = await walk(guideOf(block('sh', 'A=1')), guide, {}, 300);
    expect(outputs).to.deep.equal(['1\n']);
    expect(failure).to.match(/^bash ended with a signal after 1 steps/);
  });
});

describe('the calls of a guide', () => {
  it('are read with their methods, and ids in the place of variables', () => {
    const commands = [
      'curl "$BASE/api/v2/projects?key=CORE" -H "$AUTH" | tee "$LAST"',
      'curl "$BASE/api/v2/projects/$PROJECT/tasks" -H "$AUTH" \\',
      `  -d '{"title": "Turn | round", "label_ids": ["'$LABEL'"]}' | tee "$LAST"`,
      'curl -X DELETE "$BASE/api/v2/tasks/${TASK}" -H "$AUTH"',
      'ID=$(command curl -G "$BASE/api/v2/tasks" -d q=oak | field id)',
      'curl --version',
    ].join('\n');
    expect(readCalls(commands)).to.deep.equal([
      { method: 'GET', path: '/api/v2/projects' },
      { method: 'POST', path: '/api/v2/projects/x/tasks' },
      { method: 'DELETE', path: '/api/v2/tasks/x' },
      { method: 'GET', path: '/api/v2/tasks' },
    ]);
  });
});
