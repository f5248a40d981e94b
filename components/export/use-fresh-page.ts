import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useArticlePosition } from '@/components/data/live/article-positions';
import { useConnection } from '@/components/data/live/connection';

/** A page that is old is asked for so often until it no longer is, in milliseconds: what happens meanwhile comes along. */
const REFRESH_EVERY = 700;

/**
 * Asks the server for the page's data again whenever something happens to the article, whose log the page knows up to
 * `seq`; without a stream whenever the window gets the focus back.
 */
export function useFreshPage({ id, seq }: { readonly id: string; readonly seq: number }): void {
  const router = useRouter();
  const isLive = useConnection() === 'live';
  const isOld = useArticlePosition(id, seq) > seq;
  useEffect(() => {
    if (!isOld) return;
    const refreshing = setInterval(() => router.refresh(), REFRESH_EVERY);
    return () => clearInterval(refreshing);
  }, [router, isOld]);
  useEffect(() => {
    // What happened before the stream was there is told by nobody.
    if (isLive) return router.refresh();
    const listening = new AbortController();
    window.addEventListener('focus', () => router.refresh(), { signal: listening.signal });
    return () => listening.abort();
  }, [router, isLive]);
}
