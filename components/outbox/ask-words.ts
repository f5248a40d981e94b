/** The words for what a write asks, as they begin a line. */
import type { Write } from '@/components/data/write';

export const askWords = {
  create: 'New mark',
  change: 'Change',
  remove: 'Deletion',
  restore: 'Restoration',
  review: 'Decision',
} as const satisfies Record<Write['ask']['type'], string>;
