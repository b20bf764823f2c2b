import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { InvalidTimes, NoCommonTimes } from '#components/times/NoTimes.tsx';
import { RankList } from '#components/times/RankList.tsx';
import { rankingView } from '#components/times/rankingView.ts';
import type { TimesContext } from '#components/times/timesText.ts';
import type { SeasonChoice } from '#domain/season/seasonChoice.ts';
import type { Help, SeasonQuery, SeasonSlot, SlotRanking } from '#domain/season/types.ts';
import { callName } from '#domain/text/callName.ts';
import { ServiceFailure } from '#ports/failure.ts';
import type { MailPerson } from '#ports/outlook.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import type { FormTimes } from './useFormTimes.ts';

export interface TimesProps {
  readonly services: Services;
  readonly me: Person;
  readonly others: readonly MailPerson[];
  readonly times: FormTimes;
  readonly chosen: SeasonSlot | undefined;
  readonly onChoose: (slot: SeasonSlot) => void;
  readonly onChange: (part: Partial<SeasonChoice>) => void;
  readonly onNeedsAdmin: (() => void) | undefined;
}

/** The ranked times of a form's people, or why there are none and what helps. */
export function Times(props: TimesProps) {
  const { times, me, others, chosen, onChoose, onChange } = props;
  const { ranking, query, failure } = times;
  const classes = useStyles();
  const words = useWords();
  const format = useFormat();
  const people = format.list(others.map(callName));
  const isMe = (id: string): boolean => id.toLowerCase() === me.address.toLowerCase();
  if (failure !== undefined) return <NotRead {...props} failure={failure} people={people} />;
  if (ranking === undefined || query === undefined) {
    return (
      <Spinner
        size="small"
        label={words.mentorTimes.looking({ count: others.length + 1 })}
        labelPosition="after"
      />
    );
  }
  const unseen = query.schedules.filter(
    (schedule) => !isMe(schedule.personId) && schedule.unknownReason !== undefined,
  );
  const context: TimesContext = {
    words: words.times,
    format,
    partner: people,
    isMe,
    counting: unseen.length === others.length ? 'mineOnly' : 'both',
  };
  if (ranking.kind === 'no-common-time') {
    const change = (help: Help['change']): void => onChange(choiceOf(help));
    return <NoCommonTimes helps={ranking.helps} onChangeQuery={change} context={context} focus="ifLost" />;
  }
  if (ranking.kind === 'invalid') return <InvalidTimes problem={ranking} context={context} focus="ifLost" />;
  return (
    <div className={classes.root}>
      {unseen.map((schedule) => (
        <p key={schedule.personId} className={classes.unseen}>
          <bdi>
            {(schedule.unknownReason === 'outside' ? words.mentorTimes.outside : words.mentorTimes.unseen)({
              people: nameOf(others, schedule.personId),
            })}
          </bdi>
        </p>
      ))}
      <Ranked
        ranking={ranking}
        query={query}
        others={others}
        context={context}
        chosen={chosen}
        onChoose={onChoose}
      />
    </div>
  );
}

function Ranked({
  ranking,
  query,
  others,
  context,
  chosen,
  onChoose,
}: Pick<TimesProps, 'others' | 'chosen' | 'onChoose'> & {
  readonly ranking: SlotRanking;
  readonly query: SeasonQuery;
  readonly context: TimesContext;
}) {
  const classes = useStyles();
  // One clock stands beside one's own; of several people none would be the right one.
  const clockOf = others.length === 1 ? (others[0]?.address ?? '') : '';
  const view = useMemo(() => {
    // Narrow cards have no line for the reason.
    const plain = { ...ranking, ranked: ranking.ranked.map((each) => ({ ...each, reasons: [] })) };
    return rankingView(plain, query, clockOf, context);
  }, [ranking, query, clockOf, context]);
  return (
    <>
      <RankList cards={view.cards} ownChoice={view.ownChoice(chosen)} chosen={chosen} onChoose={onChoose} />
      {view.notes.map((note) => (
        <p key={note} className={classes.note}>
          <bdi>{note}</bdi>
        </p>
      ))}
    </>
  );
}

/** Somebody of the form by their address. */
export function nameOf(others: readonly MailPerson[], address: string): string {
  const person = others.find((each) => each.address.toLowerCase() === address.toLowerCase());
  return person === undefined ? address : callName(person);
}

function choiceOf(change: Help['change']): Partial<SeasonChoice> {
  switch (change.kind) {
    case 'shorter':
      return { lengthMinutes: change.lengthMinutes };
    case 'cadence':
      return { cadence: change.cadence };
    case 'widerHours':
      return { hours: change.hours };
    default:
      return change satisfies never;
  }
}

/** The calendars could not be read: what it was, and what helps. The form is as it was. */
function NotRead({
  services,
  me,
  times,
  failure,
  people,
  onNeedsAdmin,
}: TimesProps & { readonly failure: ServiceFailure; readonly people: string }) {
  const { failures } = useWords().booking;
  const [helped, setHelped] = useState<{ readonly from: ServiceFailure; readonly to: ServiceFailure }>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const shown = helped?.from === failure ? helped.to : failure;
  const help = (act: (signal: AbortSignal) => Promise<unknown>): void => {
    const controller = new AbortController();
    stop.current = controller;
    const goOn = async (): Promise<void> => {
      try {
        await act(controller.signal);
        if (!controller.signal.aborted) times.readAgain();
      } catch (error) {
        if (controller.signal.aborted || !(error instanceof ServiceFailure)) return;
        setHelped({ from: failure, to: error });
      }
    };
    void goOn();
  };
  const bodies: Partial<Readonly<Record<ServiceFailure['code'], string>>> = {
    'needs-consent': failures.needsConsent({ partner: people }),
    'wrong-account': failures.wrongAccount({ name: me.name }),
    offline: failures.offline,
    throttled: failures.throttled,
    unavailable: failures.unavailable,
  };
  return (
    <FailureNotice
      code={shown.code}
      body={bodies[shown.code]}
      detail={shown.detail}
      onHelp={{
        again: times.readAgain,
        look: times.readAgain,
        signIn: () => help((signal) => services.identity.signIn(signal)),
        allow: () => help((signal) => services.identity.allow(['Calendars.ReadWrite'], signal)),
        ...(onNeedsAdmin === undefined ? {} : { askAdministrator: onNeedsAdmin }),
      }}
    />
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  unseen: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});
