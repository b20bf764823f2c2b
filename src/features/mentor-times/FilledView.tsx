import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, CheckmarkRegular, InfoRegular } from '@fluentui/react-icons';
import { useMemo, useState, type ReactNode } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { PaneFrame } from '#components/PaneFrame.tsx';
import { SeasonMark } from '#components/SeasonMark.tsx';
import { spokenOnly } from '#components/spokenOnly.ts';
import { stateText } from '#components/timeText.ts';
import { cadenceText } from '#components/season/seasonText.ts';
import { slotText } from '#components/times/timesText.ts';
import { needsMending, previewSeason } from '#domain/season/previewSeason.ts';
import type { SeasonChoice } from '#domain/season/seasonChoice.ts';
import type { DatePreview, SeasonQuery, SeasonSlot } from '#domain/season/types.ts';
import { callName } from '#domain/text/callName.ts';
import type { FieldOutcome, FilledForm, FormField, FormFields, MailPerson } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { nameOf } from './Times.tsx';
import { asHostFailure } from './useForm.ts';

/** What was put into the form, and what it was made of. */
export interface Filling {
  readonly fields: FormFields;
  readonly slot: SeasonSlot;
  readonly query: SeasonQuery;
  readonly choice: SeasonChoice;
  /** The title that stood in the form before. */
  readonly typed: string;
}

export interface FilledViewProps {
  readonly me: Person;
  readonly others: readonly MailPerson[];
  readonly filling: Filling;
  readonly form: FilledForm;
  /** The form holds again what it held before, but for these fields. */
  readonly onBack: (left: readonly FormField[]) => void;
}

/** The form is filled: which of its fields, the way back, and the dates to mend after sending. */
export function FilledView({ me, others, filling, form, onBack }: FilledViewProps) {
  const classes = useStyles();
  const words = useWords();
  const own = words.mentorTimes.filled;
  const text = useFieldTexts(filling, others);
  const toMend = useMemo(() => datesToMend(filling), [filling]);
  const mendText = useMendText(filling, me, others);
  const [state, setState] = useState<{ readonly isRunning: boolean; readonly said: string | undefined }>({
    isRunning: false,
    said: undefined,
  });
  const putBack = async (): Promise<void> => {
    setState({ isRunning: true, said: undefined });
    try {
      onBack(await form.putBack(new AbortController().signal));
    } catch (error) {
      const { notFilled } = words.mentorTimes;
      const { code, detail } = asHostFailure(error);
      setState({
        isRunning: false,
        said: code === 'refused' ? notFilled.refused({ detail }) : notFilled[code],
      });
    }
  };
  const written = form.fields.filter(({ outcome }) => outcome === 'written').length;
  return (
    <PaneFrame
      head={
        <PageHeading eyebrow={words.mentorTimes.eyebrow} focusKey="filled" sentence={own.sentence}>
          {own.heading}
        </PageHeading>
      }
      foot={
        <p className={classes.notSent}>
          <CheckmarkRegular aria-hidden="true" className={classes.tick} />
          {own.notSent}
        </p>
      }
    >
      <output className={classes.spoken}>{own.status({ count: written })}</output>
      <ul aria-label={own.listName} className={classes.list}>
        {form.fields.map((each) => (
          <Field key={each.field} outcome={each} name={own.fields[each.field]}>
            {text(each)}
          </Field>
        ))}
      </ul>
      {filling.choice.place.kind === 'teams' && <p className={classes.quiet}>{own.teams}</p>}
      <Button
        appearance="subtle"
        icon={state.isRunning ? <Spinner size="tiny" /> : <ArrowUndoRegular />}
        disabledFocusable={state.isRunning}
        onClick={() => void putBack()}
      >
        {state.isRunning ? own.puttingBack : own.putBack}
      </Button>
      <output className={classes.quiet}>
        <bdi>{state.said}</bdi>
      </output>
      {toMend.length > 0 && (
        <section className={classes.mend} aria-labelledby="to-mend">
          <h2 id="to-mend" className={classes.subheading}>
            {own.mend({ count: toMend.length })}
          </h2>
          <ul className={classes.dates}>
            {toMend.map((date) => (
              <li key={date.day} className={classes.date}>
                <SeasonMark state="clash" size={18} />
                <bdi>{mendText(date)}</bdi>
              </li>
            ))}
          </ul>
          <p className={classes.quiet}>{own.mendAfter}</p>
        </section>
      )}
    </PaneFrame>
  );
}

function Field({
  outcome,
  name,
  children,
}: {
  readonly outcome: FieldOutcome;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  const { written, notWritten } = useWords().mentorTimes.filled;
  const isThere = outcome.outcome === 'written' || outcome.outcome === 'kept';
  return (
    <li className={classes.field}>
      {isThere ? (
        <CheckmarkRegular aria-hidden="true" className={classes.tick} />
      ) : (
        <InfoRegular aria-hidden="true" className={classes.notice} />
      )}
      <div className={classes.fieldText}>
        <span className={classes.name}>
          {name}
          <span className={classes.spoken}>, {isThere ? written : notWritten}</span>
        </span>
        <bdi className={classes.value}>{children}</bdi>
      </div>
    </li>
  );
}

/** Dates of the season on which somebody is not free, or that do not exist as they are. */
function datesToMend({ query, slot }: Filling): readonly DatePreview[] {
  const preview = previewSeason(query, slot);
  return preview.kind === 'preview' ? preview.dates.filter(({ state }) => needsMending(state.kind)) : [];
}

function useFieldTexts(
  { fields, slot, choice, typed }: Filling,
  others: readonly MailPerson[],
): (outcome: FieldOutcome) => string {
  const words = useWords();
  const format = useFormat();
  const own = words.mentorTimes.filled;
  const partner = format.list(others.map(callName));
  const context = { words: words.times, format, partner, isMe: () => false, counting: 'both' } as const;
  const cadence = cadenceText(choice.cadence, words.booking);
  const wanted: Readonly<Record<FormField, string>> = {
    subject: fields.subject,
    time: slotText(slot, context),
    recurrence: own.repeats({
      cadence: `${cadence.charAt(0).toUpperCase()}${cadence.slice(1)}`,
      days: format.dayRange(fields.recurrence.firstDay, fields.recurrence.lastDay, 'date'),
    }),
    place: fields.place ?? '',
    text: own.textAdded,
  };
  return ({ field, outcome }) => {
    const value = wanted[field];
    switch (outcome) {
      case 'written':
        return value;
      case 'kept':
        return field === 'subject' && typed !== '' ? own.yoursKept({ text: typed }) : own.yours;
      case 'unsupported':
        return own.unsupported({ wanted: value });
      case 'failed':
        return field === 'text' ? own.textFailed : own.failed({ wanted: value });
      default:
        return outcome satisfies never;
    }
  };
}

function useMendText(
  { query }: Filling,
  me: Person,
  others: readonly MailPerson[],
): (date: DatePreview) => string {
  const words = useWords();
  const format = useFormat();
  const context = {
    words: words.booking,
    format,
    partner: format.list(others.map(callName)),
    isMe: (id: string): boolean => id.toLowerCase() === me.address.toLowerCase(),
    nameOf: (id: string): string => nameOf(others, id),
    zone: query.zone,
    partnerHours: undefined,
  };
  return (date) =>
    words.mentorTimes.filled.mendLine({
      day: format.day(date.day, 'medium'),
      state: stateText(date.state, context),
    });
}

const plainList = { listStyleType: 'none', margin: 0, padding: 0 } as const;

const useStyles = makeStyles({
  list: { ...plainList, display: 'flex', flexDirection: 'column', gap: '12px', marginBlockEnd: '8px' },
  field: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '12px' },
  fieldText: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  tick: {
    flexShrink: 0,
    alignSelf: 'center',
    fontSize: '18px',
    color: tokens.colorPaletteForestForeground2,
  },
  notice: { alignSelf: 'center', fontSize: '18px', color: tokens.colorStatusWarningForeground1 },
  name: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  value: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  spoken: spokenOnly,
  quiet: {
    display: 'block',
    marginBlock: '4px',
    marginInline: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  mend: {
    marginBlockStart: '12px',
    paddingBlockStart: '12px',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  subheading: {
    marginBlock: '0 8px',
    marginInline: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  dates: { ...plainList, display: 'flex', flexDirection: 'column', gap: '8px' },
  date: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  notSent: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});
