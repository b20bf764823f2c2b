import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type ButtonProps,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { MoreMenuItem } from './MoreMenu.tsx';

export interface OpenMenuProps {
  readonly items: readonly MoreMenuItem[];
  readonly opener: ReactElement<ButtonProps>;
}

/** A menu that opens as it comes. A file of its own, since it is fetched when it is wanted. */
export function OpenMenu({ items, opener }: OpenMenuProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>{opener}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.map(({ label, icon, onChoose }) => (
            <MenuItem key={label} icon={icon} onClick={onChoose}>
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
