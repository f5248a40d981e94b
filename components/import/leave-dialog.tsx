'use client';

import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import type { Leaving } from './use-leaving';

/** Asks before unsaved text is left behind. */
export function LeaveDialog({ leaving }: { readonly leaving: Leaving }) {
  return (
    <Dialog
      open={leaving.isAsked}
      onOpenChange={(open) => open || leaving.stay()}
      title="Leave without saving?"
      description="The text on this page is not on the desk yet and would be lost."
    >
      <DialogActions>
        <Button variant="danger" onClick={leaving.leave}>
          Leave
        </Button>
        <Button variant="primary" onClick={leaving.stay}>
          Stay
        </Button>
      </DialogActions>
    </Dialog>
  );
}
