'use client';

import { useShownCopy } from '@/components/offline/shown-copy';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { isRefusal } from '@/domain/refusal';
import { CallFailed } from './call';
import { sayFailure } from './failure-words';
import { tellSession } from './session';

/** That what is shown could not be read anew, why, and the next step: trying again, or signing in. */
export function FetchNotice({
  error,
  onRetry,
  className,
}: {
  error: unknown;
  onRetry: () => unknown;
  className?: string;
}) {
  const isCopy = useShownCopy() !== undefined;
  // That the page is a copy is said already, and calmly.
  if (isCopy && error instanceof CallFailed && error.why === 'network') return null;
  const signedOut = isRefusal(error) && error.code === 'not-signed-in';
  return (
    <Notice
      tone="bad"
      title={signedOut ? 'You are signed out' : 'Not up to date'}
      action={
        signedOut ? (
          <Button onClick={() => tellSession('signInWanted')}>Sign in</Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
      {...(className !== undefined && { className })}
    >
      {signedOut ? 'Your session has ended. Sign in to go on.' : sayFailure(error)}
    </Notice>
  );
}
