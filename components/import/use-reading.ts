'use client';

import { useEffect, useState } from 'react';
import type { Draft } from '@/domain/import/draft';
import { recogniseInSteps } from '@/domain/import/recognise';
import { isRefusal, type Refusal } from '@/domain/refusal';
import type { Source } from './import-state';

/** How long reading may hold the browser before it gets its turn, in milliseconds: half a frame. */
const SLICE = 8;

/** Typing is read when it pauses for so long, in milliseconds; what is pasted or chosen waits as long. */
const PAUSE = 120;

export type Reading =
  | { readonly state: 'idle' }
  /** `done` from 0 to 1. */
  | { readonly state: 'reading'; readonly done: number }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/** Reads a source whenever it changes, in slices, and hands over the draft; undefined for one without text. */
export function useReading(
  source: Source,
  onRead: (source: Source, draft: Draft | undefined) => void,
): Reading {
  const [reading, setReading] = useState<Reading>({ state: 'idle' });
  useEffect(() => {
    const stop = new AbortController();
    void read(source, stop.signal, setReading, onRead);
    return () => stop.abort();
  }, [source, onRead]);
  return reading;
}

async function read(
  source: Source,
  signal: AbortSignal,
  tell: (reading: Reading) => void,
  onRead: (source: Source, draft: Draft | undefined) => void,
): Promise<void> {
  await pause(PAUSE);
  if (signal.aborted) return;
  if (source.text.trim() === '') {
    tell({ state: 'idle' });
    onRead(source, undefined);
    return;
  }
  try {
    const steps = recogniseInSteps(source.format, source.text);
    let sliceEnd = performance.now() + SLICE;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        tell({ state: 'idle' });
        onRead(source, step.value);
        return;
      }
      if (performance.now() < sliceEnd) continue;
      tell({ state: 'reading', done: step.value });
      await pause(0);
      if (signal.aborted) return;
      sliceEnd = performance.now() + SLICE;
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    tell({ state: 'refused', refusal: error });
    onRead(source, undefined);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
