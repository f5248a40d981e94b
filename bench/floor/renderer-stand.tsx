'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ArticleText } from '@/components/desk/article-text';
import { createMarkStore, type MarkStore } from '@/components/desk/mark-store';
import { sectionsOf } from '@/components/desk/text-sections';
import { sampleArticle, sampleMarks } from './sample';

const article = sampleArticle(10_000);
const sections = sectionsOf(article.revision.blocks);

/**
 * The renderer of the desk's text and nothing else, on a page that only a build of `bench` has. A button renders the
 * article anew with so many marks and writes how long it took, from marks in memory to painted, in milliseconds.
 */
export function RendererStand() {
  const text = useRef<HTMLElement>(null);
  const [marks, setMarks] = useState<MarkStore>();
  const [took, setTook] = useState('');
  async function render(count: number): Promise<void> {
    setTook('');
    setMarks(undefined);
    await painted();
    const given = sampleMarks(article, count);
    const began = performance.now();
    const store = createMarkStore(article.revision.blocks);
    store.show(given, undefined);
    flushSync(() => setMarks(store));
    await painted();
    setTook(String(performance.now() - began));
  }
  return (
    <div className="desk">
      <div>
        {[0, 1000].map((count) => (
          <button key={count} type="button" onClick={() => void render(count)}>
            {count} marks
          </button>
        ))}
        <output>{took}</output>
      </div>
      <main className="desk-page">
        {marks !== undefined && (
          <ArticleText ref={text} article={article} timeZone="UTC" sections={sections} marks={marks} />
        )}
      </main>
    </div>
  );
}

/** Resolves once the browser has painted what stands now. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve();
      after.port2.postMessage(undefined);
    });
  });
}
