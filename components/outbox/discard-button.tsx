import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Gives something up for good, after asking once more. */
export function DiscardButton({ onDiscard }: { readonly onDiscard: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="danger" onClick={() => setAsking(true)}>
        Discard
      </Button>
    );
  }
  return (
    <span role="alertdialog" aria-label="Discard it" className="flex flex-wrap items-center gap-1.5">
      <span>Give it up for good?</span>
      {/* The question took the place of the button that was pressed. */}
      <Button onClick={() => setAsking(false)} autoFocus>
        Keep it
      </Button>
      <Button variant="danger" onClick={onDiscard}>
        Discard it
      </Button>
    </span>
  );
}
