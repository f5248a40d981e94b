/** The demo's articles, in the order in which they came in. */
import { backstop } from './backstop';
import type { DemoArticle } from './demo-article';
import { floodMarks } from './flood-marks';
import { harbourLibrary } from './harbour-library';
import { longBridge } from './long-bridge';
import { nightFerry } from './night-ferry';

export const demoArticles: readonly DemoArticle[] = [
  longBridge,
  nightFerry,
  backstop,
  harbourLibrary,
  floodMarks,
];
