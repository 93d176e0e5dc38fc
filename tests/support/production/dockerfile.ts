import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** An instruction of a Dockerfile: `RUN npm ci` has the name RUN and the text `npm ci`. */
interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** A stage of a Dockerfile: a FROM line and what follows it. */
interface BuildStage {
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

/** Reads the stages of deploy/Dockerfile.prod: the one that builds and the one that is kept. */
export function readDockerfile(): { readonly build: BuildStage; readonly final: BuildStage } {
  const text = readFileSync(join(root, 'deploy/Dockerfile.prod'), 'utf8');
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { image: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [name = ''] = line.split(' ', 1);
    const rest = line.slice(name.length).trim();
    if (name === 'FROM') stages.push({ image: rest.split(' ')[0]!, instructions: [] });
    else stages.at(-1)!.instructions.push({ name, text: rest });
  }
  const [build, final, ...others] = stages;
  if (build === undefined || final === undefined || others.length > 0) throw new Error('the image has two stages');
  return { build, final };
}

/** Returns the texts of a stage's instructions of one name. */
export function textsOf({ instructions }: BuildStage, name: string): string[] {
  return instructions.filter((instruction) => instruction.name === name).map(({ text }) => text);
}

/** Returns the key and value pairs of ENV, ARG or LABEL. */
export function pairsOf(stage: BuildStage, name: string): Record<string, string> {
  const pairs = textsOf(stage, name).flatMap((text) => [...text.matchAll(/([\w.]+)=("[^"]*"|\S*)/g)]);
  return Object.fromEntries(pairs.map(([, key, value]) => [key!, value!.replaceAll('"', '')]));
}

/** What .dockerignore leaves of the repository. */
export function readContext(): { readonly included: readonly string[]; readonly excluded: readonly string[] } {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines[0] !== '*') throw new Error('.dockerignore does not begin with *, which leaves everything out');
  return {
    included: lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)),
    excluded: lines.slice(1).filter((line) => !line.startsWith('!')),
  };
}
