/** Marks, people and writes for the tests of what is unsent. */

import { makeAnnotation } from '@/domain/annotating';
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import { outcome } from './outcome';
import type { Ask, Write } from './write';

export const text = 'He said “we will stay” on Friday. Nobody left. He said it again.';
export const nora = { id: '00000000-0000-4000-8000-000000000001', name: 'Nora' };
export const rhea = { id: '00000000-0000-4000-8000-000000000002', name: 'Rhea' };
export const articleId = '00000000-0000-4000-8000-00000000000b';

let count = 0;
const nextNumber = () => {
  count += 1;
  return count;
};

/** A quote of Nora's, as the server would answer it. */
export function quoteMark(place = 1): Annotation {
  const id = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
  return makeAnnotation(
    { revision: 1, kind: 'quote', spans: [{ start: 8 + place, end: 21 }] },
    { id, articleId },
    { text, by: nora, at: '2025-03-02T09:00:00.000Z' },
  );
}

/** A write of Nora's on a mark as she sees it. */
export function writeOf(mark: Annotation, ask: Ask): Write {
  const act = { text, by: nora, at: `2025-03-02T10:00:00.${String(nextNumber() % 1000).padStart(3, '0')}Z` };
  return {
    key: `key-${nextNumber()}`,
    annotationId: mark.id,
    ask,
    seen: mark,
    wanted: outcome({ ask, act }, mark),
    version: ask.type === 'restore' || ask.type === 'create' ? undefined : mark.version,
    act,
    standing: { is: 'waiting', tried: false },
  };
}

export function changeOf(mark: Annotation, patch: AnnotationPatch): Write {
  return writeOf(mark, { type: 'change', patch });
}

/** The making of a mark as `quoteMark` gives it. */
export function creationOf(mark: Annotation): Write {
  const spans = mark.spans.map(({ start, end }) => ({ start, end }));
  return writeOf(mark, { type: 'create', sent: { id: mark.id, revision: 1, kind: 'quote', spans } });
}
