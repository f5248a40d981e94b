import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

export default function NotFound() {
  return (
    <main id="content">
      <EmptyState
        level={1}
        title="There is nothing at this address"
        action={<LinkButton href="/">Go to the desk</LinkButton>}
      >
        The link may be mistyped, or what it led to never was on this desk.
      </EmptyState>
    </main>
  );
}
