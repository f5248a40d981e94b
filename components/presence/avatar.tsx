import { initials } from '@/components/header/initials';
import { classNames } from '@/components/ui/class-names';
import type { Person } from '@/domain/person';
import { personColour, personColourLook } from './person-colours';

/**
 * A person as a disc in their colour; a ring in a broken line while they are idle. For eyes only: what holds it says the
 * name. The letters are a picture of the person, so they come from the style.
 */
export function Avatar({
  person,
  isIdle = false,
  size = 'desk',
}: {
  readonly person: Person;
  readonly isIdle?: boolean;
  readonly size?: keyof typeof sizes;
}) {
  return (
    <span
      aria-hidden="true"
      data-initials={initials(person.name)}
      className={classNames(
        'grid shrink-0 place-items-center rounded-full border-[1.5px] border-(--person) font-bold leading-none transition-colors before:content-[attr(data-initials)]',
        personColourLook[personColour(person.id)],
        isIdle ? 'border-dashed bg-paper text-soft' : 'bg-(--person) text-paper',
        sizes[size],
      )}
    />
  );
}

const sizes = { desk: 'size-7 text-xs', board: 'size-6 text-xs' } as const;
