import { Copy, EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { copyCitation } from '@/components/desk/copy-citation';
import { markVerdicts } from '@/components/desk/mark-verdicts';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { kinds } from '@/domain/kinds';
import { kindSigns, kindWords } from '@/domain/words';
import type { CardPart } from './card-desk';

const keys = { quote: 'q', claim: 'c', event: 'e' } as const;

/** What else can be done with the chosen mark: its details, its kind, a copy, its end. */
export function CardTools({ desk, mark }: CardPart) {
  const { change, remove } = markVerdicts(desk.me, desk.article, mark);
  return (
    <div className="flex gap-0.5">
      <IconButton
        icon={Pencil}
        label="Edit details"
        shortcut="Enter"
        disabled={!change.allowed}
        onClick={() => desk.actions.edit(mark)}
      />
      <Menu trigger={<IconButton icon={EllipsisVertical} label={`More for this ${kindWords[mark.kind]}`} />}>
        {kinds
          .filter((kind) => kind !== mark.kind)
          .map((kind) => (
            <MenuItem
              key={kind}
              shortcut={keys[kind]}
              disabled={!change.allowed}
              onSelect={() => desk.actions.retag(mark, kind)}
            >
              <span aria-hidden="true">{kindSigns[kind]}</span> Make it {kind === 'event' ? 'an' : 'a'}{' '}
              {kindWords[kind]}
            </MenuItem>
          ))}
        <MenuLine />
        <MenuItem shortcut="y" onSelect={() => void copyCitation(mark, desk.article)}>
          <Copy aria-hidden="true" size={15} /> Copy for the content system
        </MenuItem>
        <MenuLine />
        <MenuItem
          danger
          shortcut="Backspace"
          disabled={!remove.allowed}
          onSelect={() => desk.actions.remove(mark)}
        >
          <Trash2 aria-hidden="true" size={15} /> Delete
        </MenuItem>
      </Menu>
    </div>
  );
}
