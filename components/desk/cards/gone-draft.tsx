import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { CardPart } from './card-desk';

/** Somebody deleted the mark for which something is typed and not saved; the form says what can be done. */
export function GoneDraft({ desk, mark }: CardPart) {
  return (
    <Notice tone="warning" title="This mark was deleted">
      <p>What you typed for it is kept.</p>
      <Button className="mt-2" shortcut="Enter" onClick={() => desk.actions.edit(mark)}>
        Show it
      </Button>
    </Notice>
  );
}
