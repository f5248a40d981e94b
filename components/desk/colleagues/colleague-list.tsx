import { Avatar } from '@/components/presence/avatar';
import { nameList } from '@/components/presence/whereabouts';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { Colleague } from './colleague';

/** The colleagues for whom the header has no room, or on a phone all of them, behind one button. */
export function ColleagueList({
  colleagues,
  isAll,
  onVisit,
}: {
  readonly colleagues: readonly Colleague[];
  /** Whether none of them has a disc of their own. */
  readonly isAll: boolean;
  readonly onVisit: (personId: string) => void;
}) {
  return (
    <Menu trigger={<ListButton colleagues={colleagues} isAll={isAll} />}>
      {colleagues.map(({ person, doing, isIdle, hasPlace }) => (
        <MenuItem key={person.id} disabled={!hasPlace} onSelect={() => onVisit(person.id)}>
          <Avatar person={person} isIdle={isIdle} size="board" />
          {person.name}
          <span className="ml-auto pl-4 text-soft">{doing}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Takes what the menu gives its trigger. */
function ListButton({
  colleagues,
  isAll,
  ...rest
}: {
  readonly colleagues: readonly Colleague[];
  readonly isAll: boolean;
}) {
  const [first] = colleagues;
  const others = isAll ? colleagues.length - 1 : colleagues.length;
  const names = nameList(colleagues.map(({ person }) => person.name));
  return (
    <button
      {...rest}
      type="button"
      aria-label={isAll ? `Also here: ${names}` : `${others} more: ${names}`}
      className="flex items-center -space-x-2 rounded-full pointer-coarse:min-h-11"
    >
      {isAll && first !== undefined && (
        <span className="rounded-full border-2 border-paper">
          <Avatar person={first.person} isIdle={first.isIdle} />
        </span>
      )}
      {others > 0 && (
        <span
          aria-hidden="true"
          data-more={`+${others}`}
          className="grid h-8 min-w-8 place-items-center rounded-full border-2 border-paper bg-hover px-1 font-bold text-soft text-xs before:content-[attr(data-more)]"
        />
      )}
    </button>
  );
}
