import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Import } from '../../generated/v2/types.ts';
import { openUpload } from '../../src/modules/imports/formats/uploads.ts';
import { watchTurns } from './longest-turn.ts';

// A program: reads an upload and its first records, and prints what that costs: the longest turn of the event loop in
// milliseconds, and the megabytes that it took at most beside the file. As a process of its own, because what others
// have left in memory would count, or would be used again and not count.

const [source, file] = process.argv.slice(2) as [Import['source'], string];
const content = await readFile(file);
const before = process.resourceUsage().maxRSS;
const longestTurn = watchTurns();
const upload = await openUpload(source, content);
const records = Math.min(upload.total, 20);
for (let index = 0; index < records; index++) {
  upload.at(index === 0 ? upload.total - 1 : index);
  await setImmediate();
}
const turn_ms = longestTurn();
const megabytes = (process.resourceUsage().maxRSS - before) / 1000;
console.log(JSON.stringify({ records, turn_ms, megabytes }));
