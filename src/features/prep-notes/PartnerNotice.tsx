import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { useState } from 'react';
import { toWall } from '#domain/time/wallClock.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import type { NotesContext } from './notesContext.ts';

export interface PartnerNoticeProps {
  readonly context: NotesContext;
  readonly services: Pick<Services, 'identity'>;
  readonly partnerAddress: string | undefined;
}

/** Says why the partner's half cannot be read, what is shown instead, and offers what helps. */
export function PartnerNotice({ context, services, partnerAddress }: PartnerNoticeProps) {
  const classes = useStyles();
  const { failures } = useWords();
  const { words, state, session, partner, format, zone } = context;
  const [asked, setAsked] = useState<ServiceFailure>();
  if (state.partner.kind !== 'unreadable') return null;
  const { why, copyAt } = state.partner;
  const allow = async (): Promise<void> => {
    setAsked(undefined);
    try {
      await services.identity.allow(['Files.ReadWrite.All'], new AbortController().signal);
      await session.refresh();
    } catch (error) {
      if (error instanceof ServiceFailure) setAsked(error);
    }
  };
  const known: Readonly<Record<string, string>> = words.partner.why;
  const refused: Readonly<Record<string, string>> = words.refused;
  const reason = known[why] ?? words.partner.file({ why: refused[why] ?? '' });
  const canAsk =
    (why === 'no-place' || why === 'not-shared' || why === 'gone') && partnerAddress !== undefined;
  return (
    <MessageBar intent={calm.has(why) ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody className={classes.body}>
        <bdi>{words.partner.cannotOpen({ partner, why: reason })}</bdi>{' '}
        <bdi>
          {copyAt === undefined
            ? why === 'no-place'
              ? words.partner.waits({ partner })
              : words.partner.noCopy
            : words.partner.copy({ day: format.day(toWall(copyAt, zone).day, 'date') })}
        </bdi>
        {asked !== undefined && <bdi> {failures.sentences[asked.code].title}</bdi>}
      </MessageBarBody>
      <MessageBarActions>
        {why === 'needs-consent' && <Button onClick={() => void allow()}>{words.partner.allow}</Button>}
        {canAsk && (
          <Button onClick={() => context.openLink(askAddress(partnerAddress, context))}>
            {words.partner.ask({ partner })}
          </Button>
        )}
        {why !== 'needs-consent' && (
          <Button onClick={() => void session.refresh()}>{words.partner.look}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

const calm: ReadonlySet<string> = new Set(['no-place', 'needs-consent', 'needs-admin', 'unreachable']);

/** Outlook's own form for a message, filled in; nothing is sent until the person sends it. */
function askAddress(address: string, { words, partner }: NotesContext): string {
  const query = new URLSearchParams({
    to: address,
    subject: words.partner.askSubject,
    body: words.partner.askText({ partner }),
  });
  return `https://outlook.office.com/mail/deeplink/compose?${query.toString().replaceAll('+', '%20')}`;
}

const useStyles = makeStyles({ body: { whiteSpace: 'normal', paddingBlock: '4px' } });
