import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks the server for the page's data again whenever the window gets the focus back: others go on working. */
export function useFreshOnFocus(): void {
  const router = useRouter();
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('focus', () => router.refresh(), { signal: listening.signal });
    return () => listening.abort();
  }, [router]);
}
