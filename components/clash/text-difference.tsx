import { wordDifferences } from '@/domain/differences';

const looks = {
  same: 'text-soft',
  gone: 'text-bad line-through decoration-1',
  fresh: 'text-good underline decoration-1 underline-offset-2',
} as const;

/** A text as it became, with the words that went struck and those that came underlined. */
export function TextDifference({ before, after }: { readonly before: string; readonly after: string }) {
  const pieces = wordDifferences(before, after);
  return pieces.map(({ is, text }, at) => {
    const Element = is === 'gone' ? 'del' : is === 'fresh' ? 'ins' : 'span';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity than their place.
      <Element key={at} className={looks[is]}>
        {text}
        {is === 'gone' && pieces[at + 1]?.is === 'fresh' && ' '}
      </Element>
    );
  });
}
