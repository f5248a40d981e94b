/** Marks on screen: read with what is unsent on top, and written so that they change in the same frame. */
'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { v7 as newId } from 'uuid';
import { makeAnnotation } from '@/domain/annotating';
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import type { NewReview } from '@/domain/decision';
import type { Kind } from '@/domain/kinds';
import type { Person } from '@/domain/person';
import type { Range } from '@/domain/span';
import { annotationsQuery } from './annotations';
import { applyUnsent } from './apply-unsent';
import { outcome } from './outcome';
import type { UnsentStore } from './unsent-store';
import { useOutbox, useUnsent } from './unsent-stores';
import type { Ask, Write } from './write';

/** All marks of an article that stand, in text order, as this person is to see them. */
export function useAnnotations(articleId: string): readonly Annotation[] {
  const { data } = useQuery(annotationsQuery(articleId));
  const { writes } = useUnsent(articleId);
  return useMemo(() => applyUnsent(data?.items ?? [], writes), [data, writes]);
}

/** The unsent writes of one mark, in order. */
export function useUnsentOf(articleId: string, annotationId: string): readonly Write[] {
  const { writes } = useUnsent(articleId);
  return useMemo(() => writes.filter((write) => write.annotationId === annotationId), [writes, annotationId]);
}

/**
 * What a person can do to marks. Each is on screen at once and sent in order; what the desk refuses stays on the mark's
 * card. All but `create` take the mark as it is shown: that is what they are about.
 */
export interface AnnotationWrites {
  /** A new mark of the ranges; throws a `Refusal` when they hold no words. Answers with the mark as shown. */
  readonly create: (made: {
    kind: Kind;
    spans: readonly Range[];
    details?: Record<string, unknown>;
  }) => Annotation;
  /** A merge patch; throws a `Refusal` with the paths of what does not fit, and then nothing is written. */
  readonly change: (mark: Annotation, patch: AnnotationPatch) => void;
  readonly remove: (mark: Annotation) => void;
  /** Brings a deleted mark back. */
  readonly restore: (mark: Annotation) => void;
  /** Decides on exactly the state given, or withdraws. */
  readonly review: (mark: Annotation, review: NewReview) => void;
  /** Tries again at once after a failure. */
  readonly retry: UnsentStore['retry'];
  /** Sends a refused or stale write again, by its key, on top of what others changed. */
  readonly insist: UnsentStore['insist'];
  /** Settles fields in which a stale change clashes, by its key. */
  readonly decide: UnsentStore['decide'];
  /** Brings the mark of a stale write back that somebody deleted (`deleted`), and then does what was asked for. */
  readonly revive: (write: Write, deleted: Annotation) => void;
  /** Gives an unsent write up, by its key. */
  readonly discard: UnsentStore['discard'];
}

/** The writes of an article by a person. They are the same objects as long as both are. */
export function useAnnotationWrites(
  article: Pick<Article, 'id' | 'headline'> & {
    readonly revision: Pick<Article['revision'], 'number' | 'text'>;
  },
  me: Person,
): AnnotationWrites {
  const outbox = useOutbox();
  const { id: articleId, headline } = article;
  const { number: revision, text } = article.revision;
  return useMemo(() => {
    const by = { id: me.id, name: me.name };
    const store = () => outbox.storeOf(by, { id: articleId, headline });
    return writesOf(store, { articleId, revision, text, by });
  }, [outbox, articleId, headline, revision, text, me.id, me.name]);
}

interface Place {
  readonly articleId: string;
  readonly revision: number;
  readonly text: string;
  readonly by: Person;
}

function writesOf(store: () => UnsentStore, { articleId, revision, text, by }: Place): AnnotationWrites {
  const actNow = () => ({ text, by, at: new Date().toISOString() });
  function writeOf(mark: Annotation, ask: Ask): Write {
    const act = actNow();
    const isVersioned = ask.type !== 'restore';
    return {
      key: newId(),
      annotationId: mark.id,
      ask,
      seen: mark,
      wanted: outcome({ ask, act }, mark),
      version: isVersioned ? mark.version : undefined,
      act,
      standing: { is: 'waiting', tried: false },
    };
  }
  const add = (mark: Annotation, ask: Ask) => store().add(writeOf(mark, ask));
  return {
    create({ kind, spans, details }) {
      const act = actNow();
      const id = newId();
      const sent = {
        id,
        revision,
        kind,
        spans: spans.map(({ start, end }) => ({ start, end })),
        ...(details === undefined ? {} : { details }),
      };
      const made = makeAnnotation(sent, { id, articleId }, act);
      store().add({
        key: newId(),
        annotationId: id,
        ask: { type: 'create', sent },
        seen: made,
        wanted: made,
        version: undefined,
        act,
        standing: { is: 'waiting', tried: false },
      });
      return made;
    },
    change: (mark, patch) => add(mark, { type: 'change', patch }),
    remove: (mark) => add(mark, { type: 'remove' }),
    restore: (mark) => add(mark, { type: 'restore' }),
    review: (mark, review) => add(mark, { type: 'review', review }),
    retry: () => store().retry(),
    insist: (key, over) => store().insist(key, over),
    decide: (key, over, choices) => store().decide(key, over, choices),
    revive: ({ key }, deleted) => store().revive(key, deleted.version, writeOf(deleted, { type: 'restore' })),
    discard: (key) => store().discard(key),
  };
}
