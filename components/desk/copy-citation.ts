import { toast } from '@/components/ui/toast';
import type { Annotation } from '@/domain/annotation';
import { type CitedArticle, cite } from '@/domain/citation';

/** Copies a mark as one line for a content system, and says what was copied; where the browser refuses, shows it. */
export async function copyCitation(mark: Annotation, article: CitedArticle): Promise<void> {
  const citation = cite(mark, article);
  try {
    await navigator.clipboard.writeText(citation);
    toast('Copied', { description: citation });
  } catch {
    toast('The browser did not let the mark be copied', { description: citation, tone: 'bad' });
  }
}
