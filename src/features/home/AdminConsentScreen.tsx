import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  CopyRegular,
  MailRegular,
  OpenRegular,
  ShieldCheckmarkRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { cardRadius, narrowContainer, seasonTint } from '#components/seasonTokens.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import { card, centredPage, quiet } from './homeStyles.ts';
import { mailUrl, outlookFormUrl } from './outlookForm.ts';
import { PermissionTable } from './PermissionTable.tsx';
import { usePermissions } from './usePermissions.ts';

export interface AdminConsentScreenProps {
  readonly services: Pick<Services, 'identity' | 'host' | 'clock'>;
  /** Who signs the letter; undefined leaves the line to the person. */
  readonly name: string | undefined;
  /** The calendar is allowed now: whoever showed this goes on. */
  readonly onAllowed: () => void;
  readonly onBack?: (() => void) | undefined;
}

type Copying = 'idle' | 'copied' | 'failed';

/** While an administrator has to allow the calendar: what is asked for and why, a letter ready to send, and what works meanwhile. */
export function AdminConsentScreen({ services, name, onAllowed, onBack }: AdminConsentScreenProps) {
  const classes = useStyles();
  const { admin: words, common } = useWords();
  const { identity, host, clock } = services;
  const { permissions, look, looking, failure } = usePermissions(identity, onAllowed);
  const [copying, setCopying] = useState<Copying>('idle');
  const letter = words.letterText({ link: identity.adminConsentUrl(), name: name ?? '' }).trimEnd();
  const isAllowed = permissions['Calendars.ReadWrite'] === 'yes';
  const copy = async (): Promise<void> => {
    try {
      await host.copyText(letter);
      setCopying('copied');
    } catch {
      // Some hosts refuse the clipboard: the letter stands below, to be marked by hand.
      setCopying('failed');
    }
  };
  const form = outlookFormUrl(clock.now(), { subject: words.formSubject, body: words.formBody });
  return (
    <main className={classes.page}>
      <section className={classes.card}>
        <div className={classes.head}>
          <span className={classes.shield}>
            <ShieldCheckmarkRegular aria-hidden="true" />
          </span>
          <PageHeading
            focusKey={isAllowed ? 'allowed' : 'waiting'}
            eyebrow={words.eyebrow}
            sentence={isAllowed ? words.allowedSentence : words.sentence}
          >
            {isAllowed ? words.allowedHeading : words.heading}
          </PageHeading>
        </div>
        <PermissionTable permissions={permissions} />
        {!isAllowed && (
          <div className={classes.until}>
            <p className={classes.untilText}>
              <bdi>
                <b>{words.until}</b> {words.untilText}
              </bdi>
            </p>
            <Button appearance="subtle" icon={<OpenRegular />} onClick={() => void host.openLink(form)}>
              {words.openForm}
            </Button>
            <p className={classes.hint}>
              <bdi>{words.openFormHint}</bdi>
            </p>
          </div>
        )}
        {failure !== undefined && (
          <FailureNotice
            code={failure.code}
            detail={failure.detail}
            onHelp={{ again: look, look, allow: look }}
          />
        )}
        <div className={classes.actions}>
          {isAllowed ? (
            <Button appearance="primary" onClick={onAllowed}>
              {words.goOn}
            </Button>
          ) : (
            <>
              <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copy()}>
                {words.copyLetter}
              </Button>
              <Button
                icon={<ArrowClockwiseRegular />}
                disabledFocusable={looking === 'looking'}
                onClick={look}
              >
                {words.lookAgain}
              </Button>
              <Button
                as="a"
                appearance="subtle"
                icon={<MailRegular />}
                href={mailUrl(words.letterSubject, letter)}
                target="_blank"
                rel="noreferrer"
              >
                {words.mailLetter}
              </Button>
            </>
          )}
          {onBack !== undefined && (
            <Button appearance="subtle" onClick={onBack}>
              {common.back}
            </Button>
          )}
          <output className={classes.status}>
            <bdi>{statusOf(copying, looking, words)}</bdi>
          </output>
        </div>
        {!isAllowed && (
          <details className={classes.details} open={copying === 'failed' || undefined}>
            <summary className={classes.summary}>{words.letter}</summary>
            <p className={classes.hint}>
              <bdi>
                {words.letterHint} {words.linkHint}
              </bdi>
            </p>
            <pre className={classes.letter}>{letter}</pre>
          </details>
        )}
      </section>
    </main>
  );
}

function statusOf(
  copying: Copying,
  looking: 'idle' | 'looking' | 'stillWaiting',
  words: ReturnType<typeof useWords>['admin'],
): string {
  if (looking === 'looking') return words.looking;
  if (looking === 'stillWaiting') return words.stillWaiting;
  if (copying === 'failed') return words.copyFailed;
  return copying === 'copied' ? words.copied : '';
}

const useStyles = makeStyles({
  page: { ...centredPage, fontFamily: tokens.fontFamilyBase },
  card: {
    ...card,
    width: '100%',
    maxWidth: '900px',
    display: 'flex',
    flexDirection: 'column',
    gap: '24px',
    paddingBlock: '44px',
    paddingInline: '50px',
    [narrowContainer]: { paddingBlock: '20px', paddingInline: '18px', gap: '18px' },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '24px',
    [narrowContainer]: { flexDirection: 'column', gap: '12px' },
  },
  shield: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '60px',
    height: '60px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: '28px',
    [narrowContainer]: { width: '44px', height: '44px', fontSize: '22px' },
  },
  until: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '4px',
    paddingBlock: '14px',
    paddingInline: '20px',
    borderRadius: cardRadius,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorPaletteForestBorderActive,
    backgroundColor: seasonTint,
    [narrowContainer]: { paddingInline: '14px' },
  },
  untilText: {
    margin: 0,
    flexGrow: 1,
    flexBasis: '320px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    [narrowContainer]: { flexBasis: '100%' },
  },
  hint: { ...quiet, margin: 0, flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '10px',
    paddingBlockStart: '20px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    [narrowContainer]: { '& > button, & > a': { width: '100%' } },
  },
  status: { ...quiet, minWidth: '1px' },
  details: { minWidth: 0 },
  summary: {
    minHeight: '24px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '24px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
  },
  letter: {
    marginBlock: '10px',
    marginInline: 0,
    paddingBlock: '14px',
    paddingInline: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});
