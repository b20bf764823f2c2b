import { Button } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type * as Code from './OpenMenu.tsx';
import { useCode } from './useCode.ts';

export interface MoreMenuItem {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onChoose: () => void;
}

export interface MoreMenuProps {
  readonly label: string;
  readonly items: readonly MoreMenuItem[];
}

const load = (): Promise<typeof Code> => import(/* webpackChunkName: 'menu' */ './OpenMenu.tsx');

/** What is wanted less often, behind three dots. The menu itself is fetched when somebody comes near it. */
export function MoreMenu({ label, items }: MoreMenuProps) {
  const { code, prepare, want } = useCode(load);
  const look = { appearance: 'subtle', icon: <MoreHorizontalRegular />, 'aria-label': label } as const;
  if (code !== undefined) return <code.OpenMenu items={items} opener={<Button {...look} />} />;
  return (
    <Button
      {...look}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={want}
    />
  );
}
