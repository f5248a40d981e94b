import { useEffect } from 'react';
import { fetchForms } from './cards/forms';

/** Whatever a person does first on an opened desk. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/** Fetches what marking needs and reading does not, as soon as the person stirs. */
export function useFetchAhead(): void {
  useEffect(() => {
    const stirring = new AbortController();
    const fetchAhead = () => {
      stirring.abort();
      void fetchForms();
    };
    for (const sign of signs) {
      document.addEventListener(sign, fetchAhead, { signal: stirring.signal, passive: true, capture: true });
    }
    return () => stirring.abort();
  }, []);
}
