import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { AgendaItem } from '#domain/notes/notesView.ts';
import type { AgendaType } from '#domain/notes/types.ts';
import { shortly, type NotesContext } from './notesContext.ts';

export interface RowMenuProps {
  readonly item: Pick<AgendaItem, 'text'> & { readonly type?: AgendaType };
  readonly place: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemark: () => void;
  /** Undefined for what somebody else wrote. */
  readonly onRemove: (() => void) | undefined;
  readonly onType: ((type: AgendaType) => void) | undefined;
  readonly context: NotesContext;
}

const types: readonly AgendaType[] = ['topic', 'question', 'update'];

/** All that can be done with one row, for those who neither drag nor use the arrows. */
export function RowMenu({ item, place, count, onMove, onRemark, onRemove, onType, context }: RowMenuProps) {
  const { agenda } = context.words;
  return (
    <Menu checkedValues={{ type: item.type === undefined ? [] : [item.type] }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          size="small"
          menuIcon={null}
          icon={<MoreHorizontalRegular />}
          aria-label={agenda.more({ text: shortly(item.text) })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {onType !== undefined &&
            types.map((type) => (
              <MenuItemRadio key={type} name="type" value={type} onClick={() => onType(type)}>
                {agenda.types[type]}
              </MenuItemRadio>
            ))}
          {onType !== undefined && <MenuDivider />}
          <MenuItem disabled={place <= 1} onClick={() => onMove(place - 2)}>
            {agenda.moveUp}
          </MenuItem>
          <MenuItem disabled={place >= count} onClick={() => onMove(place)}>
            {agenda.moveDown}
          </MenuItem>
          <MenuItem onClick={onRemark}>{agenda.addRemark}</MenuItem>
          {onRemove !== undefined && <MenuItem onClick={onRemove}>{agenda.remove}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
