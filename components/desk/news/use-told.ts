import { type RefObject, useEffect } from 'react';
import { onNews } from '@/components/data/live/news';
import { useDeskStore } from '@/components/desk/desk-state';
import { firstPieceOf } from '@/components/desk/scroll-to-mark';
import type { Change } from '@/domain/change';
import { type Told, tellWords, toldOf } from './told';

/** What others do within so many milliseconds is told in one sentence. */
const GATHER_FOR = 2500;
/** Whoever has had a change before their eyes for so many milliseconds has seen it. */
const SEEN_AFTER = 4000;
/** How often it is looked at what is before their eyes, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Keeps what others do to the article until the person has seen it, and tells the live region of it, gathered so that
 * nobody who listens is flooded.
 */
export function useTold(articleId: string, meId: string, text: RefObject<HTMLElement | null>): void {
  const desk = useDeskStore();

  useEffect(() => {
    let gathered: readonly Told[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const sentence = tellWords(gathered);
      gathered = [];
      timer = undefined;
      if (sentence !== undefined) desk.get().say(`${sentence}.`);
    };
    const stop = onNews(articleId, (changes: readonly Change[]) => {
      const told = toldOf(changes, meId);
      if (told.length === 0) return;
      desk.get().hear(told);
      gathered = [...gathered, ...told];
      timer ??= setTimeout(say, GATHER_FOR);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [articleId, meId, desk]);

  useEffect(() => {
    /** For how long each change has been before the person's eyes, in milliseconds. */
    const seenFor = new Map<number, number>();
    const look = () => {
      const { unseen, see } = desk.get();
      if (unseen.length === 0 || document.visibilityState !== 'visible' || !document.hasFocus()) return;
      for (const { position, markId } of unseen) {
        if (!isInView(text.current, markId)) continue;
        seenFor.set(position, (seenFor.get(position) ?? 0) + LOOK_EVERY);
      }
      see(({ position }) => (seenFor.get(position) ?? 0) >= SEEN_AFTER);
    };
    const looking = setInterval(look, LOOK_EVERY);
    return () => clearInterval(looking);
  }, [desk, text]);
}

/** Whether a mark can be seen in the window. What cannot be walked to can be seen from everywhere. */
function isInView(root: HTMLElement | null, markId: string | undefined): boolean {
  if (markId === undefined) return true;
  const box = root === null ? undefined : firstPieceOf(root, markId)?.getClientRects()[0];
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}
