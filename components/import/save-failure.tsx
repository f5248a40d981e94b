import { sayFailure } from '@/components/data/failure-words';
import { tellSession } from '@/components/data/session';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { isRefusal } from '@/domain/refusal';

/** Why the article is not on the desk, and the next step. The text stays on the page. */
export function SaveFailure({
  error,
  articleId,
  onRetry,
}: {
  readonly error: unknown;
  readonly articleId: string;
  readonly onRetry: () => void;
}) {
  if (isRefusal(error) && error.code === 'id-taken') {
    return (
      <Notice
        tone="warning"
        title="Saved before"
        action={<LinkButton href={`/articles/${articleId}`}>Open it</LinkButton>}
      >
        An earlier attempt has reached the desk after all. What was changed here since is not in it.
      </Notice>
    );
  }
  if (isRefusal(error) && error.code === 'not-signed-in') {
    return (
      <Notice
        tone="bad"
        title="You are signed out"
        action={<Button onClick={() => tellSession('signInWanted')}>Sign in</Button>}
      >
        Sign in again, then save; the text stays here.
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title="Not saved" action={<Button onClick={onRetry}>Retry</Button>}>
      {sayFailure(error)} The text stays here.
      {isRefusal(error) && (
        <ul>
          {error.extras.errors?.map(({ path, message }) => (
            <li key={path}>
              {path}: {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
