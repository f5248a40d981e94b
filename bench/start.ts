/** How long the built server takes from its start to ready, and from SIGTERM to gone. */
import { makeDesk } from './desk';
import type { Measurement } from './measurement';
import { median } from './median';
import { startServer } from './server';

const RUNS = 5;

export const start: Measurement = {
  name: 'start',
  async measure() {
    const desk = await makeDesk(1);
    const ready: number[] = [];
    const gone: number[] = [];
    try {
      for (let run = 0; run < RUNS; run += 1) {
        const server = await startServer({ databaseUrl: desk.databaseUrl });
        ready.push(server.readyAfter);
        gone.push(await server.stop());
      }
    } finally {
      desk.remove();
    }
    return [
      { what: `start to ready, median of ${RUNS}`, value: median(ready), unit: 'ms', goal: '≤ 1500' },
      { what: `SIGTERM to gone, median of ${RUNS}`, value: median(gone), unit: 'ms', goal: '≤ 5000' },
    ];
  },
};
