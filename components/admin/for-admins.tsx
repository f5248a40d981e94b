import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** What everybody else finds where admins find the people of the desk. */
export function ForAdmins({ reason }: { reason: string }) {
  return (
    <main id="content">
      <EmptyState
        level={1}
        title="This page is for admins"
        action={<LinkButton href="/">Go to the desk</LinkButton>}
      >
        {reason} Ask one of them to add somebody, change a role or make a new set-up link.
      </EmptyState>
    </main>
  );
}
