import { wordDifferences } from '@/domain/differences';

/** Whether any word of one text is in its place in the other, so that showing what differs says more than both do. */
export function hasWordsInCommon(one: string, other: string): boolean {
  return wordDifferences(one, other).some(({ is, text }) => is === 'same' && text.trim() !== '');
}
