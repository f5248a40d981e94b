'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import './globals.css';

/** The last resort, where even the frame of the page failed. */
export default function EverythingFailed({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Bluepencil is out of order</title>
        <main>
          <EmptyState
            level={1}
            title="Bluepencil is out of order"
            action={
              <Button variant="primary" onClick={() => retry()}>
                Try again
              </Button>
            }
          >
            Something went wrong on our side. What was saved is safe.
          </EmptyState>
        </main>
      </body>
    </html>
  );
}
