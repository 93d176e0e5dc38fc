import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Import } from '../../generated/v2/types.ts';
import { openUpload } from '../../src/modules/imports/formats/uploads.ts';

// A program: reads an upload and its first records, and prints the megabytes that this took at most beside the file. As
// a process of its own, because what others have left in memory would count, or would be used again and not count.

const [source, file] = process.argv.slice(2) as [Import['source'], string];
const content = await readFile(file);
const before = process.resourceUsage().maxRSS;
const upload = await openUpload(source, content);
for (let index = 0; index < Math.min(upload.total, 20); index++) {
  upload.at(index === 0 ? upload.total - 1 : index);
  await setImmediate();
}
console.log((process.resourceUsage().maxRSS - before) / 1000);
