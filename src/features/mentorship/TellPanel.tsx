import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ChatRegular, MailRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { HostPort } from '#ports/host.ts';
import { useWords } from '#words/Words.ts';
import { chatUrl, mailFormUrl } from './tellUrls.ts';

export interface TellPanelProps {
  readonly host: Pick<HostPort, 'openLink'>;
  readonly partner: { readonly name: string; readonly address: string };
  /** The date in words. */
  readonly day: string;
  readonly time: string;
  /** Id for the field, which takes the focus when the panel opens. */
  readonly focusId: string;
}

const mostLetters = 800;

/** A few words to the partner, opened in their own mail or chat form: nothing is sent from here. */
export function TellPanel({ host, partner, day, time, focusId }: TellPanelProps) {
  const classes = useStyles();
  const words = useWords().mentorship.tell;
  const [text, setText] = useState(() => words.start({ day, time }));
  return (
    <div className={classes.root}>
      <Field label={words.label}>
        <Textarea
          id={focusId}
          value={text}
          maxLength={mostLetters}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div className={classes.buttons}>
        <Button
          icon={<MailRegular />}
          onClick={() => void host.openLink(mailFormUrl(partner.address, words.subject({ day }), text))}
        >
          {words.mail}
        </Button>
        <Button
          appearance="subtle"
          icon={<ChatRegular />}
          onClick={() => void host.openLink(chatUrl(partner.address, text))}
        >
          {words.chat}
        </Button>
      </div>
      <p className={classes.note}>{words.nothingSent}</p>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
