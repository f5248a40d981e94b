import { describe, expect, it } from 'vitest';
import { makeSlug, Slug } from '@/domain/article';

describe('makeSlug', () => {
  const cases = [
    [
      'plain words',
      'Harbour bridge to close for nine weeks, council says',
      'harbour-bridge-to-close-for-nine-weeks-council-k3x9p2',
    ],
    ['accents dropped', 'Élysée: « non »', 'elysee-non-k3x9p2'],
    ['no ASCII words', 'مجلس المدينة', 'article-k3x9p2'],
    ['emoji only', '😀', 'article-k3x9p2'],
  ] as const;
  it.each(cases)('%s', (_, headline, slug) => {
    expect(makeSlug(headline, 'k3x9p2')).toBe(slug);
    expect(Slug.safeParse(slug).success).toBe(true);
  });

  it('stays short', () => {
    expect(makeSlug('antidisestablishmentarianism '.repeat(9), 'k3x9p2').length).toBeLessThanOrEqual(67);
  });
});
