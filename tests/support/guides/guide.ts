import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** The folder of the guides. Its README contains the start of every guide. */
export const guidesFolder = join(import.meta.dirname, '../../../docs/guides');

const contractFolder = join(import.meta.dirname, '../../../openapi');

/** Commands of a guide, and the output that it shows. */
export interface Step {
  /** The heading above, and the first line of the block in the file. */
  readonly title: string;
  readonly line: number;
  readonly commands: string;
  /** Undefined if the guide shows no output. */
  readonly shown: Shown | undefined;
}

export interface Shown {
  /** `http`: one or more responses as `curl -i` prints them; `text`: anything else. */
  readonly kind: 'http' | 'text';
  readonly text: string;
}

export interface Guide {
  /** The file's name without its ending: `api-keys`. */
  readonly name: string;
  readonly markdown: string;
  readonly steps: readonly Step[];
}

interface Block {
  readonly kind: string;
  readonly line: number;
  readonly title: string;
  readonly text: string;
}

const fence = '```';

/**
 * Returns the fenced blocks of a text in Markdown, each with its heading.
 * @throws Error if a block is not closed
 */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let title = '';
  let open: { readonly kind: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open !== undefined && line === fence) {
      blocks.push({ kind: open.kind, line: open.line, title, text: open.lines.join('\n') });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (line.startsWith(fence)) open = { kind: line.slice(fence.length), line: index + 1, lines: [] };
    else if (/^#+ /.test(line)) title = line.replace(/^#+ /, '');
  }
  if (open !== undefined) throw new Error(`the block of line ${open.line} has no end`);
  return blocks;
}

/**
 * Reads the steps of a guide: each `sh` block with the `http` or `text` block after it.
 * @throws Error for a block of another kind, and for a response without commands before it
 */
export function readSteps(markdown: string): Step[] {
  const blocks = blocksOf(markdown);
  return blocks.flatMap(({ kind, line, title, text }, index) => {
    if (kind === 'sh') {
      const next = blocks[index + 1];
      const isResponse = next?.kind === 'http' || next?.kind === 'text';
      const shown = isResponse ? ({ kind: next.kind, text: next.text } as Shown) : undefined;
      return [{ title, line, commands: text, shown }];
    }
    if (kind !== 'http' && kind !== 'text') throw new Error(`line ${line}: a block is sh, http or text, not "${kind}"`);
    if (blocks[index - 1]?.kind !== 'sh') throw new Error(`line ${line}: no sh block before this response`);
    return [];
  });
}

function readGuide(folder: string, file: string): Guide {
  const markdown = readFileSync(join(folder, file), 'utf8');
  return { name: basename(file, '.md'), markdown, steps: readSteps(markdown) };
}

/** Reads the start of every guide. */
export function readStart(): Guide {
  return readGuide(guidesFolder, 'README.md');
}

/** Reads the introductions and the chapters of both documents, in the order of the documents. */
export function readChapters(): Guide[] {
  return ['v1', 'v2'].flatMap((version) => {
    const { info } = parse(readFileSync(join(contractFolder, `${version}.yaml`), 'utf8')) as {
      readonly info: { readonly description: string; readonly 'x-chapters': readonly string[] };
    };
    const { description } = info;
    const introduction = { name: `${version}, introduction`, markdown: description, steps: readSteps(description) };
    return [introduction, ...info['x-chapters'].map((file) => readGuide(contractFolder, file))];
  });
}

/** All guides by name. */
export function readGuides(): Guide[] {
  const files = readdirSync(guidesFolder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return files.sort().map((file) => readGuide(guidesFolder, file));
}
