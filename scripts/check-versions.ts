/** `npm run check:versions`: no locked package may be older than its floor in `version-floors.ts`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { belowFloors, versionFloors } from '@/scripts/version-floors';

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

const lock = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
for (const sentence of belowFloors(lock, versionFloors)) {
  console.error(sentence);
  process.exitCode = 1;
}
