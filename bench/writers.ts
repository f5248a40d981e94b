/** Writers who work on one article at once: they make, change, delete, restore and decide on marks, at random. */
import type { Client, Sent } from './client';
import type { BenchArticle } from './desk';
import type { Ledger, Standing } from './ledger';

export interface Writer {
  readonly client: Client;
  readonly mayReview: boolean;
}

/** Lets all writers write until `stopped` says so; each sends its next write when the last one is answered. */
export async function writeUntil(
  stopped: () => boolean,
  { writers, article, ledger }: { writers: readonly Writer[]; article: BenchArticle; ledger: Ledger },
): Promise<void> {
  await Promise.all(
    writers.map(async ({ client, mayReview }) => {
      while (!stopped()) {
        const answer = await ledger.send(client, nextWrite(article, ledger, mayReview));
        // Without an answer the server is gone: the round is over.
        if (answer === undefined) return;
      }
    }),
  );
}

function nextWrite(article: BenchArticle, ledger: Ledger, mayReview: boolean): Sent {
  const known = [...ledger.known.values()];
  const chosen = known.length === 0 ? undefined : oneOf(known);
  if (chosen === undefined || Math.random() < 0.5) return creation(article);
  const address = `/api/annotations/${chosen.id}`;
  if (chosen.deletedAt !== undefined) return { method: 'POST', path: `${address}/restore` };
  if (mayReview && Math.random() < 0.4) return decision(address, chosen);
  if (Math.random() < 0.2) return { method: 'DELETE', path: address, version: chosen.version };
  const body = {
    // Letters of two, three and four bytes: a stream may be cut inside of them.
    note: `Note ${Math.random()}: Zürich – 東京 🖍️`,
    ...(Math.random() < 0.5 ? { labels: [`${Math.random()}`] } : {}),
  };
  return { method: 'PATCH', path: address, version: chosen.version, body };
}

/** Half of them leave the id to the server, so that a write made twice would show as two marks. */
export function creation({ id, text }: BenchArticle): Sent {
  const start = wordStart(text, Math.floor(Math.random() * (text.length - 200)));
  const end = wordStart(text, start + 10 + Math.floor(Math.random() * 60)) - 1;
  return {
    method: 'POST',
    path: `/api/articles/${id}/annotations`,
    body: {
      ...(Math.random() < 0.5 ? { id: crypto.randomUUID() } : {}),
      revision: 1,
      kind: oneOf(['quote', 'claim', 'event']),
      spans: [{ start, end }],
    },
  };
}

function decision(address: string, { version }: Standing): Sent {
  const chosen = oneOf(['approve', 'reject', 'requestChanges', 'withdraw']);
  const needsReason = chosen === 'reject' || chosen === 'requestChanges';
  const body = { decision: chosen, ...(needsReason ? { reason: 'wrong-span' } : {}) };
  return { method: 'POST', path: `${address}/reviews`, version, body };
}

/** The offset at which the first whole word after an offset begins. */
function wordStart(text: string, offset: number): number {
  return text.indexOf(' ', offset) + 1;
}

function oneOf<Thing>(things: readonly Thing[]): Thing {
  const thing = things[Math.floor(Math.random() * things.length)];
  if (thing === undefined) throw new Error('nothing to choose from');
  return thing;
}
