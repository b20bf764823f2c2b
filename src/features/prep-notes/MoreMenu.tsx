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
import { useState } from 'react';
import { setKind } from '#domain/notes/editMarks.ts';
import { notesAsMarkdown, notesAsText } from '#domain/notes/exportNotes.ts';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import type { MeetingKind } from '#domain/notes/types.ts';
import { downloadFile } from '#components/downloadFile.ts';
import { exportedNotes, exportWords } from './exportedNotes.ts';
import type { NotesContext } from './notesContext.ts';
import type { PrepNotesProps } from './props.ts';
import { StopSharing } from './StopSharing.tsx';

export interface MoreMenuProps extends Pick<PrepNotesProps, 'services' | 'onTopics'> {
  readonly note: string | undefined;
  readonly meeting: MeetingNotes | undefined;
  readonly kind: MeetingKind;
  readonly onHistory: () => void;
  readonly onFirst: () => void;
  readonly context: NotesContext;
}

const kinds: readonly MeetingKind[] = ['first', 'regular', 'review', 'closing'];

/** What is done seldom. */
export function MoreMenu(props: MoreMenuProps) {
  const { services, onTopics, note, meeting, kind, onHistory, onFirst, context } = props;
  const [isStopping, setStopping] = useState(false);
  const { words, session, format, partner, state } = context;
  const exported = exportedNotes(meeting === undefined ? [] : [meeting], context);
  const copy = async (): Promise<void> => {
    await services.host.copyText(notesAsText(exported, exportWords(context)));
    context.announce(words.more.copied);
  };
  return (
    <>
      <Menu checkedValues={{ kind: [kind] }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            menuIcon={null}
            icon={<MoreHorizontalRegular />}
            aria-label={words.more.menu}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void copy()}>{words.more.copy}</MenuItem>
            <MenuItem
              onClick={() =>
                downloadFile(
                  words.export.fileName({
                    partner,
                    day: format.day(meeting?.day ?? '2026-01-01', 'dateYear'),
                  }),
                  'text/markdown',
                  notesAsMarkdown(exported, exportWords(context)),
                )
              }
            >
              {words.more.download}
            </MenuItem>
            <MenuItem onClick={() => window.print()}>{words.more.print}</MenuItem>
            {onTopics !== undefined && <MenuItem onClick={onTopics}>{words.more.someoneElse}</MenuItem>}
            <MenuItem onClick={onHistory}>{words.more.history}</MenuItem>
            <MenuItem onClick={onFirst}>{words.more.first}</MenuItem>
            {state.sharing.kind === 'owner' && state.sharing.isShared && (
              <MenuItem onClick={() => setStopping(true)}>{words.sharing.stop}</MenuItem>
            )}
            {note !== undefined && <MenuDivider />}
            {note !== undefined &&
              kinds.map((each) => (
                <MenuItemRadio
                  key={each}
                  name="kind"
                  value={each}
                  onClick={() =>
                    session.write((half, pen) => setKind(half, note, each, pen, meeting?.kind?.stamp))
                  }
                >
                  {words.kinds[each]}
                </MenuItemRadio>
              ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isStopping && <StopSharing onClose={() => setStopping(false)} context={context} />}
    </>
  );
}
