import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { FailureHelp, FailureWord } from '#words/en/failures.ts';
import { useWords } from '#words/Words.ts';

export interface FailureNoticeProps {
  /** The code of the service failure. */
  readonly code: FailureWord;
  /** What was done before it failed and what was not, where the screen knows it. Stands in place of the general sentence. */
  readonly body?: string | undefined;
  /** The service's own code, for whoever helps. */
  readonly detail?: string | undefined;
  /**
   * What the one button does, by what helps against this failure; where nothing is given for it, there is no button.
   */
  readonly onHelp?: Partial<Readonly<Record<FailureHelp, () => void>>>;
  readonly className?: string;
}

/** A failure of Microsoft 365 in words, with the one button that helps. Spoken when it appears. */
export function FailureNotice({ code, body, detail, onHelp = {}, className }: FailureNoticeProps) {
  const classes = useStyles();
  const { failures, components } = useWords();
  const { title, body: general } = failures.sentences[code];
  const help = helpsAgainst[code].find((each) => onHelp[each] !== undefined);
  const act = help === undefined ? undefined : onHelp[help];
  return (
    <MessageBar
      intent={calm.has(code) ? 'info' : 'warning'}
      politeness="assertive"
      layout="multiline"
      className={className}
    >
      <MessageBarBody className={classes.body}>
        <bdi>
          <MessageBarTitle>{title}</MessageBarTitle> {body ?? general}
        </bdi>
        {detail !== undefined && shownDetail.has(code) && (
          <span className={classes.detail}>
            {components.failureDetail} <code className={classes.code}>{detail}</code>
          </span>
        )}
      </MessageBarBody>
      {help !== undefined && act !== undefined && (
        <MessageBarActions>
          <Button onClick={act}>{failures.helps[help]}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** What helps against each failure, best first: the first one that the screen can do becomes the button. */
const helpsAgainst: Readonly<Record<FailureWord, readonly FailureHelp[]>> = {
  'signed-out': ['signIn'],
  'needs-consent': ['allow', 'signIn'],
  'needs-admin': ['askAdministrator', 'look'],
  refused: ['look'],
  'not-found': ['look'],
  full: ['again'],
  locked: ['again'],
  conflict: ['look', 'again'],
  changed: ['look', 'again'],
  throttled: ['again'],
  unavailable: ['again'],
  offline: ['again'],
  'bad-request': ['again'],
  'wrong-account': ['signIn'],
  'popup-blocked': ['again', 'signIn'],
  cancelled: ['again', 'signIn'],
  unexpected: ['again', 'look'],
};

/** Failures that are no fault of anybody and need no warning. */
const calm: ReadonlySet<FailureWord> = new Set(['needs-consent', 'needs-admin', 'offline', 'cancelled']);

/** Failures where the service's own code helps whoever is asked for help. */
const shownDetail: ReadonlySet<FailureWord> = new Set([
  'refused',
  'unavailable',
  'bad-request',
  'unexpected',
  'conflict',
]);

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingBlock: '4px' },
  detail: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});
