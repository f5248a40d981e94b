/** What a demo article is: a text, and what people did to it, with times relative to the moment of seeding. */
import type { ArticleFields } from '@/domain/article';
import type { Decision, Reason } from '@/domain/decision';
import type { Tagging } from '@/domain/kinds';

export type Editor = 'editor' | 'editor2';

/** A decision of the demo reviewer; minutes before the moment of seeding. */
export interface DemoDecision {
  readonly decision: Decision;
  readonly reason?: Reason;
  readonly note?: string;
}

/** A mark by the words that it lies on: one string, or one for each span of a broken quote, in text order. */
export type DemoMark = Tagging & {
  readonly by: Editor;
  readonly words: string | readonly string[];
  readonly labels?: readonly string[];
  readonly note?: string;
  readonly review?: DemoDecision;
};

export interface DemoArticle {
  readonly fields: Omit<ArticleFields, 'deadline'>;
  /** Markdown, one paragraph a line. */
  readonly markdown: string;
  readonly by: Editor;
  /** Before the moment of seeding; its marks follow, then the decisions. */
  readonly importedMinutesAgo: number;
  /** After the moment of seeding; negative: overdue. */
  readonly dueInMinutes?: number;
  readonly marks: readonly DemoMark[];
}
