/**
 * `npm run bench [-- NAME…]`: runs the measurements, all or those named, prints a readable table to standard error and
 * one JSON report to standard output, and keeps the report in `bench/reports`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { live } from './live';
import type { Figure, Measurement } from './measurement';
import { presence } from './presence';
import { renderer } from './renderer';
import { start } from './start';
import { writes } from './writes';

const measurements: readonly Measurement[] = [start, writes, live, renderer, presence];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !measurements.some((measurement) => measurement.name === name));
if (unknown.length > 0) {
  const known = measurements.map(({ name }) => name).join(', ');
  console.error(`There is no measurement ${unknown.join(', ')}. There are: ${known}.`);
  process.exit(2);
}

const report: {
  at: string;
  machine: Record<string, string | number>;
  measurements: Record<string, readonly Figure[]>;
} = {
  at: new Date().toISOString(),
  machine: {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  },
  measurements: {},
};
for (const { name, measure } of measurements) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`\n${name}`);
  const figures = await measure();
  for (const figure of figures) console.error(lineOf(figure));
  report.measurements[name] = figures;
}

const json = JSON.stringify(report, null, 2);
mkdirSync('bench/reports', { recursive: true });
writeFileSync(`bench/reports/${report.at.replaceAll(':', '-')}.json`, `${json}\n`);
console.log(json);

function lineOf({ what, value, unit, goal }: Figure): string {
  const number = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return `  ${what.padEnd(64)} ${number.padStart(8)} ${unit}${goal === undefined ? '' : `  (goal ${goal})`}`;
}
