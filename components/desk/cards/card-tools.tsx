import { Copy, EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { markVerdicts } from '@/components/desk/mark-verdicts';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { cite } from '@/domain/citation';
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
        <MenuItem shortcut="y" onSelect={() => void copy(desk, mark)}>
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

async function copy(desk: CardPart['desk'], mark: CardPart['mark']): Promise<void> {
  const words = cite(mark, desk.article);
  try {
    await navigator.clipboard.writeText(words);
    toast('Copied', { description: words });
  } catch {
    toast('The browser did not let us copy. Copy it from here:', { description: words, tone: 'bad' });
  }
}
