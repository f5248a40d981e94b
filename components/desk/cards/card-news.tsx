import { useEffect, useState } from 'react';
import { onNews } from '@/components/data/live/news';
import type { Change } from '@/domain/change';
import { touchedFields } from '@/domain/touch';
import { CameIn } from './came-in';
import type { CardPart } from './card-desk';
import { touchesOf } from './touches';

/** What others changed of the mark while its card is open; it is in the mark already. Nothing where they did nothing. */
export function CardNews({ desk, mark }: CardPart) {
  const [news, setNews] = useState<readonly Change[]>([]);
  useEffect(
    () =>
      onNews(desk.article.id, (changes) => {
        const ofMark = changes.filter(({ subjectId }) => subjectId === mark.id);
        if (ofMark.length > 0) setNews((before) => [...before, ...ofMark]);
      }),
    [desk.article.id, mark.id],
  );
  const others = news.filter(({ by }) => by.id !== desk.me.id);
  const fields = [...new Set(others.flatMap(touchedFields))];
  return <CameIn fields={fields} kind={mark.kind} touches={touchesOf(others, desk.me, Date.now())} />;
}
