import { capitalised, kindWords, statusWords } from '@/domain/words';
import type { DrawnMark } from './mark-store';

/** What somebody who does not see the mark's colour and line is told of it: kind, status and author. */
export function describeMark({ kind, status, author }: DrawnMark): string {
  return `${capitalised(kindWords[kind])}, ${statusWords[status]}, by ${author.name}`;
}
