/**
 * The parts of a service worker's global scope that the desk uses. TypeScript's own types of it cannot be loaded beside
 * those of a page.
 */

interface Extendable {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

export interface Fetching extends Extendable {
  readonly request: Request;
  /** Of the page that a navigation leads to. */
  readonly resultingClientId: string;
  /** The answer that the browser asked for while the worker was starting; undefined where it did not. */
  readonly preloadResponse: Promise<Response | undefined>;
  readonly respondWith: (answer: Promise<Response>) => void;
}

export interface Told extends Extendable {
  readonly data: unknown;
  /** The page that tells. */
  readonly source: { readonly id: string } | null;
}

export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly registration: { readonly navigationPreload?: { readonly enable: () => Promise<void> } };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: Extendable) => void): void;
    (type: 'fetch', listener: (event: Fetching) => void): void;
    (type: 'message', listener: (event: Told) => void): void;
  };
}
