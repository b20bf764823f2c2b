import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { PersonSchedule } from '#domain/availability/types.ts';
import { suggestCoffee } from '#domain/coffee/suggestCoffee.ts';
import type { CoffeeSuggestion } from '#domain/coffee/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { readOwnTaste, readPair } from './coffeeMemory.ts';
import { coffeeQuery, companionOf, type Companion } from './coffeePair.ts';
import { bodyText, cardHeading, coffeeCard, quietText } from './coffeeStyles.ts';
import { namesOf, shortReason, timesOf, type CoffeeContext } from './coffeeText.ts';
import { KindIcon } from './KindIcon.tsx';

export interface CoffeeAsideProps {
  readonly services: Services;
  readonly me: Person;
  readonly mentorshipIds: readonly string[];
  readonly meetings: MentorMeetings | undefined;
  /** What home has read already: suggestions cost no request. */
  readonly schedules: readonly PersonSchedule[] | undefined;
  readonly now: EpochMilli;
  readonly onOpen: (mentorshipId: string) => void;
}

interface Offer {
  readonly mentorshipId: string;
  readonly companion: Companion;
  readonly suggestion: CoffeeSuggestion;
}

const most = 3;
const hourMilli = 3_600_000;

/** The best coffee with each partner, three at most, beside the mentorships. */
export function CoffeeAside({
  services,
  me,
  mentorshipIds,
  meetings,
  schedules,
  now,
  onOpen,
}: CoffeeAsideProps) {
  const classes = useStyles();
  const words = useWords().coffee;
  const format = useFormat();
  const ids = mentorshipIds.join('\n');
  // Suggestions change with the calendars, not with every minute.
  const hour = Math.floor(now / hourMilli) * hourMilli;
  const offers = useMemo(
    () =>
      meetings === undefined || schedules === undefined
        ? undefined
        : offersOf(services, me, ids.split('\n'), meetings, schedules, hour),
    [services, me, ids, meetings, schedules, hour],
  );
  if (offers === undefined || offers.length === 0) return null;
  return (
    <section aria-label={words.aside.heading} className={classes.card}>
      <h2 className={classes.heading}>{words.aside.heading}</h2>
      <ul className={classes.list}>
        {offers.map(({ mentorshipId, companion, suggestion }) => {
          const context: CoffeeContext = {
            words,
            format,
            zone: services.clock.zone(),
            me: me.address,
            companions: [companion],
            schedules: schedules ?? [],
          };
          const { day, time, spoken, others } = timesOf(suggestion, context);
          const partner = namesOf(context);
          const title = words.aside.title({
            kind: suggestion.kind,
            isVideo: suggestion.mode === 'video',
            partner,
          });
          const reason = shortReason(suggestion, context);
          return (
            <li key={mentorshipId}>
              <button
                type="button"
                className={classes.offer}
                aria-label={words.aside.spoken({
                  title,
                  day: format.day(day, 'long'),
                  times: [spoken, ...others],
                  reason,
                })}
                onClick={() => onOpen(mentorshipId)}
              >
                <KindIcon kind={suggestion.kind} />
                <span className={classes.words}>
                  <bdi className={classes.when}>{`${format.day(day, 'medium')}, ${time}`}</bdi>
                  <bdi>{title}</bdi>
                  <bdi className={classes.reason}>{[...others, reason].join(', ')}</bdi>
                </span>
                <ChevronRightRegular aria-hidden="true" className={classes.chevron} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function offersOf(
  services: Services,
  me: Person,
  mentorshipIds: readonly string[],
  meetings: MentorMeetings,
  schedules: readonly PersonSchedule[],
  now: EpochMilli,
): readonly Offer[] {
  const { memory, host, clock } = services;
  const own = readOwnTaste(memory, host.locale);
  const offers = mentorshipIds.flatMap((mentorshipId): readonly Offer[] => {
    const companion = companionOf(meetings, mentorshipId, me.address);
    // Home reads free/busy of partners with a date ahead; of others nothing is known here.
    if (companion === undefined || !schedules.some((each) => isOf(each, companion))) return [];
    const query = coffeeQuery({
      me: me.address,
      companions: [companion],
      schedules,
      mentorshipId,
      meetings,
      own,
      pair: readPair(memory, mentorshipId),
      memory,
      locale: host.locale,
      zone: clock.zone(),
      now,
    });
    const answer = suggestCoffee({ ...query, most: 1 });
    // A calendar that cannot be seen is no reason to suggest anything here.
    if (answer.kind !== 'suggestions' || answer.suggestions[0].state !== 'free') return [];
    return [{ mentorshipId, companion, suggestion: answer.suggestions[0] }];
  });
  return offers.toSorted((one, other) => one.suggestion.start - other.suggestion.start).slice(0, most);
}

function isOf(schedule: PersonSchedule, { address }: Companion): boolean {
  return schedule.personId.toLowerCase() === address.toLowerCase();
}

const useStyles = makeStyles({
  card: { ...coffeeCard, display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: cardHeading,
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  offer: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    width: '100%',
    paddingBlock: '10px',
    paddingInline: 0,
    ...shorthands.borderStyle('none'),
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  words: { ...bodyText, display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  when: { fontWeight: tokens.fontWeightSemibold },
  reason: quietText,
  chevron: { flexShrink: 0, fontSize: '20px', ':dir(rtl)': { transform: 'scaleX(-1)' } },
});
