import type { Article } from '@/domain/article';
import { writeDate } from '@/domain/citation';
import { writeDeadline } from '@/domain/deadline';

/** Headline, byline and what is known about the article. Not part of its text: nothing here can be marked. */
export function ArticleHead({ article, timeZone }: { readonly article: Article; readonly timeZone: string }) {
  const { headline, byline, desk, source, sourceUrl, publishedOn, deadline, revision } = article;
  const origin = source ?? (sourceUrl === undefined ? undefined : new URL(sourceUrl).hostname);
  return (
    <header>
      <h1 dir="auto">{headline}</h1>
      {/* The words here are the desk's, whatever the article's language. */}
      <ul className="copy-facts" lang="en">
        {byline !== undefined && <li dir="auto">{byline}</li>}
        {publishedOn !== undefined && (
          <li>
            <time dateTime={publishedOn}>{writeDate(publishedOn)}</time>
          </li>
        )}
        {origin !== undefined && (
          <li dir="auto">
            {sourceUrl === undefined ? (
              origin
            ) : (
              <a href={sourceUrl} target="_blank" rel="noreferrer nofollow">
                {origin}
              </a>
            )}
          </li>
        )}
        {desk !== undefined && <li dir="auto">{desk}</li>}
        <li>Revision {revision.number}</li>
        {deadline !== undefined && (
          <li>
            <time dateTime={deadline}>Due {writeDeadline(deadline, timeZone)}</time>
          </li>
        )}
      </ul>
    </header>
  );
}
