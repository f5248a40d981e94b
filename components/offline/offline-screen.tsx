'use client';

import { useEffect } from 'react';
import { Logo } from '@/components/header/logo';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useKeptArticles } from './use-kept-articles';

/** What is shown in place of a page that is not on this device: why, what is there, and trying again. */
export function OfflineScreen() {
  const articles = useKeptArticles();
  useEffect(() => {
    const again = () => window.location.reload();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);
  return (
    <>
      <header className="flex h-12 items-center border-line border-b px-4 pointer-coarse:h-14">
        <Logo />
      </header>
      <main id="content" className="mx-auto max-w-md px-4 pb-16">
        <EmptyState
          level={1}
          title="The desk cannot be reached"
          className="px-0 pb-8"
          action={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Try again
            </Button>
          }
        >
          This page was not opened on this device before, so there is no copy of it here. What you have not
          sent is kept and goes out when the desk is back.
        </EmptyState>
        {articles !== undefined && articles.length > 0 && (
          <section aria-labelledby="kept" className="border-line border-t pt-6">
            <h2 id="kept" className="font-semibold">
              You can read and mark these now
            </h2>
            <ul className="mt-2">
              {articles.map(({ path, headline }) => (
                <li key={path} className="border-line border-b last:border-b-0">
                  {/* A whole new page: what would bring it in place is away. */}
                  <a
                    href={path}
                    dir="auto"
                    className="block text-pretty rounded-sm py-3 font-medium font-text text-story hover:text-pencil"
                  >
                    {headline}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
}
