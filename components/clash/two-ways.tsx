import { keysOf, keyWritten } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';

/** The two ways on where all of a thing is to be decided, with the same keys as fields have. */
export function TwoWays({
  mine,
  theirs,
  onTake,
}: {
  /** What keeping mine means here, as the button says it. */
  readonly mine: string;
  readonly theirs: string;
  readonly onTake: (side: 'theirs' | 'mine') => void;
}) {
  return (
    <div data-clash className="flex flex-wrap gap-1.5">
      <Button
        variant="primary"
        data-choice="keepMine"
        shortcut={keysOf('keepMine').map(keyWritten)[0] ?? ''}
        onClick={() => onTake('mine')}
      >
        {mine}
      </Button>
      <Button
        data-choice="takeTheirs"
        shortcut={keysOf('takeTheirs').map(keyWritten)[0] ?? ''}
        onClick={() => onTake('theirs')}
      >
        {theirs}
      </Button>
    </div>
  );
}
