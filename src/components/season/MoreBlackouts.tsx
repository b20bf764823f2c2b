import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { Textarea } from '#components/controls/Textarea.tsx';
import { readBlackoutText } from '#domain/season/blackoutText.ts';
import { addDays } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { readClosures } from './readClosures.ts';

export interface MoreBlackoutsProps {
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  /** Adds days that lie within the season. */
  readonly onAdd: (days: readonly IsoDay[]) => void;
}

/** Larger than any calendar of ten thousand closures. */
const mostBytes = 8_000_000;

/** Many days at once: pasted as text, or from a calendar file of the library's or the programme's closures. */
export function MoreBlackouts({ firstDay, lastDay, onAdd }: MoreBlackoutsProps) {
  const classes = useStyles();
  const format = useFormat();
  const words = useWords().booking.season.blackouts;
  const [text, setText] = useState('');
  const [said, setSaid] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  const within = (days: readonly IsoDay[]): readonly IsoDay[] =>
    days.filter((day) => day >= firstDay && day <= lastDay);
  const takeText = (): void => {
    const months = Array.from({ length: 12 }, (_, index) =>
      // A day in each month of a year.
      format.month(addDays('2026-01-15', index * 30), 'long'),
    );
    const { days, unread } = readBlackoutText(text, months);
    const found = within(days);
    onAdd(found);
    setSaid(words.added({ count: found.length, outside: days.length - found.length, unread }));
    if (unread.length === 0) setText('');
  };
  const takeFile = async (chosen: File): Promise<void> => {
    if (chosen.size > mostBytes) {
      setSaid(words.tooLarge);
      return;
    }
    const read = await readClosures(await chosen.text(), { firstDay, lastDay });
    if (read.kind === 'read') {
      onAdd(read.days);
      setSaid(words.fromFile({ count: read.days.length, entries: read.entries }));
    } else {
      setSaid(read.kind === 'tooMany' ? words.tooMany({ entries: read.entries }) : words.unreadable);
    }
  };
  return (
    <div className={classes.root}>
      <Field label={words.paste} hint={words.pasteHint}>
        <Textarea value={text} maxLength={20_000} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className={classes.buttons}>
        <Button size="small" disabledFocusable={text.trim() === ''} onClick={takeText}>
          {words.addText}
        </Button>
        <Button size="small" onClick={() => file.current?.click()}>
          {words.addFile}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".ics,text/calendar"
          hidden
          aria-label={words.addFile}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen !== undefined) void takeFile(chosen);
          }}
        />
      </div>
      <output className={classes.said}>
        <bdi>{said}</bdi>
      </output>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  said: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});
