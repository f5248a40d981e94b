import { Button } from '@/components/ui/button';
import { DiscardButton } from './discard-button';

/** Something that is kept in the place of a change and that this version of the program cannot read. */
export function UnreadableItem({
  onDownload,
  onDiscard,
}: {
  readonly onDownload: () => void;
  readonly onDiscard: () => void;
}) {
  return (
    <li className="grid gap-1.5 py-2.5">
      <p className="font-medium">A change that cannot be read</p>
      <p className="text-soft">
        Another version of the desk’s program wrote it, or it was damaged. It is kept as it is and not sent.
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button onClick={onDownload}>Download</Button>
        <DiscardButton onDiscard={onDiscard} />
      </div>
    </li>
  );
}
