'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** Whatever a page threw: said plainly, with the number by which an admin finds it in the log. */
export default function PageFailed({
  error,
  retry,
}: {
  error: Error & { readonly digest?: string };
  retry: () => void;
}) {
  return (
    <main id="content">
      <EmptyState
        level={1}
        title="This page could not be shown"
        action={
          <>
            <Button variant="primary" onClick={() => retry()}>
              Try again
            </Button>
            <LinkButton href="/">Go to the desk</LinkButton>
          </>
        }
      >
        <p>Something went wrong on our side. What was saved is safe.</p>
        {error.digest !== undefined && (
          <p className="mt-2 text-base text-faint">If it stays, tell your admin the number {error.digest}.</p>
        )}
      </EmptyState>
    </main>
  );
}
