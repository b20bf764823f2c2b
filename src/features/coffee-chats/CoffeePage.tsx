import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular, PeopleAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { dayMilli } from '#domain/time/days.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { AddCompanion } from './AddCompanion.tsx';
import { AnswerView } from './AnswerView.tsx';
import { withPlace } from './coffeeMemory.ts';
import { companionOf, type Companion } from './coffeePair.ts';
import { namesOf, type CoffeeContext } from './coffeeText.ts';
import { KnownPanel } from './KnownPanel.tsx';
import { TastePanel } from './TastePanel.tsx';
import { useCoffee } from './useCoffee.ts';
import { useCoffeeBooking } from './useCoffeeBooking.ts';

export interface CoffeePageProps {
  readonly services: Services;
  readonly me: Person;
  readonly mentorshipId: string;
  readonly meetings: MentorMeetings;
  /** Somebody who comes along from the beginning: an introduction is a coffee for three. */
  readonly with?: readonly Companion[];
  readonly onBack: () => void;
  readonly onNeedsAdmin: () => void;
}

const never = 8e15;

/** Times for a coffee, a lunch, a breakfast or a dinner with a partner: the week as a picture, and three of them to book in a click. */
export function CoffeePage(props: CoffeePageProps) {
  const { services, me, mentorshipId, meetings, onBack, onNeedsAdmin } = props;
  const classes = useStyles();
  const words = useWords().coffee;
  const format = useFormat();
  const partner = companionOf(meetings, mentorshipId, me.address);
  const [companions, setCompanions] = useState<readonly Companion[]>(() => [
    ...(partner === undefined ? [] : [partner]),
    ...(props.with ?? []),
  ]);
  const [isAdding, setAdding] = useState(false);
  const [isTasteOpen, setTasteOpen] = useState(false);
  const coffee = useCoffee(services, me, mentorshipId, companions, meetings);
  const { reading, own, pair, setOwn, setPair } = coffee;
  const booking = useCoffeeBooking({
    services,
    me,
    mentorshipId,
    companions,
    words,
    format,
    setPair,
    onStale: coffee.readAgain,
  });
  const context: CoffeeContext = {
    words,
    format,
    zone: services.clock.zone(),
    me: me.address,
    companions,
    schedules: reading.kind === 'ready' ? reading.schedules : [],
  };
  const now = services.clock.now();
  const names = namesOf(context);
  const rest = (days: number): void =>
    setPair((each) => ({ ...each, restUntil: days === 0 ? never : now + days * dayMilli }));
  return (
    <div className={classes.page}>
      <main className={classes.content}>
        <div className={classes.top}>
          <div className={classes.title}>
            <Button
              appearance="subtle"
              icon={<ArrowLeftRegular className={classes.mirrored} />}
              onClick={onBack}
            >
              {words.back}
            </Button>
            <PageHeading
              focusKey={`coffee ${mentorshipId}`}
              eyebrow={words.eyebrow}
              sentence={lastMetText(pair.chats, now, words)}
            >
              {words.heading({ partner: names })}
            </PageHeading>
          </div>
          <div className={classes.tools}>
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button appearance="subtle">{words.notNow.button}</Button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem onClick={() => rest(14)}>{words.notNow.twoWeeks}</MenuItem>
                  <MenuItem onClick={() => rest(30)}>{words.notNow.month}</MenuItem>
                  <MenuItem onClick={() => rest(0)}>{words.notNow.open}</MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
            <Button icon={<PeopleAddRegular />} aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
              {words.third.button}
            </Button>
          </div>
        </div>
        {isAdding && (
          <AddCompanion
            services={services}
            context={context}
            companions={companions}
            onAdd={(person) => setCompanions([...companions, { name: person.name, address: person.address }])}
            onRemove={(companion) => setCompanions(companions.filter((each) => each !== companion))}
          />
        )}
        {reading.kind === 'failed' && (
          <FailureNotice
            code={reading.failure.code}
            detail={reading.failure.detail}
            onHelp={{ again: coffee.readAgain, look: coffee.readAgain, askAdministrator: onNeedsAdmin }}
          />
        )}
        {reading.kind === 'reading' && (
          <output className={classes.reading}>{words.reading({ partner: names })}</output>
        )}
        {coffee.query !== undefined && coffee.answer !== undefined && (
          <AnswerView
            services={services}
            query={coffee.query}
            answer={coffee.answer}
            context={context}
            places={own.places}
            undone={pair.undone}
            {...booking}
            onPlaceUsed={(place) => setOwn(withPlace(own, place))}
            onTurnDown={(chat) => setPair((each) => ({ ...each, turnedDown: [...each.turnedDown, chat] }))}
            onAnyway={() => setPair((each) => ({ ...each, restUntil: undefined, rhythmWeeks: 0 }))}
          />
        )}
        <Button
          appearance="subtle"
          aria-expanded={isTasteOpen}
          className={classes.more}
          onClick={() => setTasteOpen(!isTasteOpen)}
        >
          {words.taste.show}
        </Button>
        {isTasteOpen && (
          <>
            <TastePanel
              own={own}
              rhythmWeeks={pair.rhythmWeeks}
              context={context}
              onOwn={setOwn}
              onRhythm={(rhythmWeeks) => setPair((each) => ({ ...each, rhythmWeeks }))}
            />
            {companions.map((companion) => (
              <KnownPanel
                key={companion.address}
                companion={companion}
                context={context}
                memory={services.memory}
                onChanged={coffee.refresh}
              />
            ))}
          </>
        )}
      </main>
    </div>
  );
}

function lastMetText(
  chats: readonly { readonly start: number }[],
  now: number,
  words: CoffeeContext['words'],
): string {
  const past = chats.filter((each) => each.start <= now).map((each) => each.start);
  if (past.length === 0) return words.neverMet;
  return words.lastMet({ count: Math.max(Math.floor((now - Math.max(...past)) / (7 * dayMilli)), 1) });
}

const useStyles = makeStyles({
  page: {
    containerType: 'inline-size',
    boxSizing: 'border-box',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1280px',
    marginInline: 'auto',
    paddingBlock: '28px',
    paddingInline: '40px',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    [narrowContainer]: { paddingInline: '16px', paddingBlock: '16px' },
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: '16px',
  },
  title: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px', minWidth: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  reading: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, minHeight: '240px' },
  more: { alignSelf: 'flex-start' },
});
