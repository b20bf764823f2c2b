import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarAddRegular, SettingsRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useId, useRef } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer, wideContainer } from '#components/seasonTokens.ts';
import { useMinute } from '#components/useMinute.ts';
import { asOf } from '#domain/mentorship/asOf.ts';
import { withMetLog } from '#domain/mentorship/metLog.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { AdminConsentOnDemand } from './AdminConsentOnDemand.tsx';
import { FirstRunScreen } from './FirstRunScreen.tsx';
import { HomeFoot } from './HomeFoot.tsx';
import { HomeList } from './HomeList.tsx';
import type { HomeScreenProps } from './homeProps.ts';
import type { HomePicture } from './homePicture.ts';
import { HomeSkeleton } from './HomeSkeleton.tsx';
import { headingOf, seenText, type HomeContext } from './homeText.ts';
import { HomeTrouble } from './HomeTrouble.tsx';
import { SignInScreen } from './SignInScreen.tsx';
import { reasonOf } from './signInReason.ts';
import { useHome, type HomeState } from './useHome.ts';
import { useMetLogs } from './useMetLogs.ts';
import { useIsLong } from './useIsLong.ts';

/** The first screen: what is next, how each season stands, and whether anything asks for something. */
export function HomeScreen(props: HomeScreenProps) {
  const { services, me, onBook } = props;
  const { state, reload } = useHome(services, me);
  if (state.kind === 'failed') {
    const { code } = state.failure;
    const reason = reasonOf(code);
    if (code === 'needs-admin') {
      return <AdminConsentOnDemand services={services} name={me.name} onAllowed={reload} />;
    }
    if (code === 'needs-consent') {
      return (
        <FirstRunScreen
          services={services}
          needsConsent
          onBook={() => onBook(undefined, undefined)}
          onLook={reload}
        />
      );
    }
    if (reason !== undefined) {
      return <SignInScreen services={services} reason={reason} scopes={[]} onSignedIn={reload} />;
    }
  }
  const isEmpty =
    state.kind === 'ready' && state.picture.mentorships.length === 0 && state.picture.unfinished.length === 0;
  if (isEmpty) {
    return (
      <FirstRunScreen
        services={services}
        needsConsent={false}
        onBook={() => onBook(undefined, state.meetings)}
        onLook={reload}
      />
    );
  }
  return <Home {...props} state={state} reload={reload} />;
}

interface HomeProps extends HomeScreenProps {
  readonly state: HomeState;
  readonly reload: () => void;
}

function Home(props: HomeProps) {
  const { services, state, reload, onBook, onSettings, side } = props;
  const classes = useStyles();
  const words = useWords().home;
  const format = useFormat();
  const { clock } = services;
  const readNow = useCallback(() => clock.now(), [clock]);
  const now = useMinute(readNow);
  const context: HomeContext = { words, format, zone: clock.zone(), now };
  const book = useMetLogs(services.memory);
  const isLong = useIsLong(state.kind === 'loading');
  const picture = pictureIn(state, isLong);
  const mentorships =
    picture?.mentorships.map((each) => withMetLog(asOf(each, now), book.logOf(each.id), now)) ?? [];
  const shown = picture === undefined ? undefined : { ...picture, mentorships };
  const isLive = state.kind === 'ready';
  const hasUnfinished = isLive && state.picture.unfinished.length > 0;
  const { heading, sentence } = topOf(state, mentorships, hasUnfinished, context);
  useBroughtIntoView(props.openedId, isLive);
  const meetings = isLive ? state.meetings : undefined;
  return (
    <div className={classes.page}>
      <main className={mergeClasses(classes.content, side !== undefined && classes.contentWithSide)}>
        <div className={classes.top}>
          <PageHeading
            focusKey="home"
            eyebrow={format.day(toWall(now, context.zone).day, 'long')}
            sentence={state.kind === 'loading' ? <output>{readingText(picture, context)}</output> : sentence}
            className={classes.heading}
          >
            {heading}
          </PageHeading>
          <div className={classes.actions}>
            <BookButton
              isPrimary={!hasUnfinished}
              isOffline={state.kind === 'failed'}
              words={words}
              onBook={() => onBook(undefined, meetings)}
            />
            {onSettings !== undefined && (
              <Button
                appearance="subtle"
                size="large"
                icon={<SettingsRegular />}
                aria-label={words.actions.settings}
                title={words.actions.settings}
                onClick={onSettings}
              />
            )}
          </div>
        </div>
        <div className={mergeClasses(classes.columns, side !== undefined && classes.withSide)}>
          <div className={classes.main}>
            {state.kind === 'failed' && (
              <HomeTrouble failure={state.failure} seen={state.lastSeen} context={context} onAgain={reload} />
            )}
            {state.kind === 'loading' && <HomeSkeleton cards={skeletons(state.lastSeen)} />}
            {shown !== undefined && (
              <HomeList
                {...props}
                picture={shown}
                meetings={meetings}
                schedules={isLive ? state.schedules : undefined}
                book={book}
                context={context}
                readNow={readNow}
              />
            )}
            {isLive && (
              <HomeFoot
                at={state.picture.at}
                check={state.check}
                isReading={state.isReading}
                context={context}
                onLook={reload}
              />
            )}
          </div>
          {side !== undefined && (
            <div className={classes.side}>
              {shown !== undefined &&
                side({ picture: shown, meetings, schedules: isLive ? state.schedules : undefined, now })}
            </div>
          )}
        </div>
      </main>
    </div>
  );
}

/** What is shown: what was read, or what was seen last while that cannot be had, or takes long. */
function pictureIn(state: HomeState, isLong: boolean): HomePicture | undefined {
  if (state.kind === 'ready') return state.picture;
  return state.kind === 'failed' || isLong ? state.lastSeen : undefined;
}

function skeletons(lastSeen: HomePicture | undefined): number {
  return Math.min(Math.max(lastSeen?.mentorships.length ?? 2, 1), 4);
}

/** The heading answers as soon as there is an answer. */
function topOf(
  state: HomeState,
  mentorships: readonly Mentorship[],
  hasUnfinished: boolean,
  context: HomeContext,
): { readonly heading: string; readonly sentence: string | undefined } {
  const { headings, sentences } = context.words;
  if (state.kind === 'loading' && mentorships.length === 0)
    return { heading: headings.reading, sentence: undefined };
  if (state.kind === 'failed' && mentorships.length === 0)
    return { heading: headings.failed, sentence: undefined };
  if (mentorships.length === 0 && hasUnfinished) {
    return { heading: headings.onlyUnfinished, sentence: sentences.waits };
  }
  return headingOf(mentorships, context);
}

interface BookButtonProps {
  readonly isPrimary: boolean;
  readonly isOffline: boolean;
  readonly words: HomeContext['words'];
  readonly onBook: () => void;
}

/** Without network the button stays and says why it waits. */
function BookButton({ isPrimary, isOffline, words, onBook }: BookButtonProps) {
  const classes = useStyles();
  const why = useId();
  return (
    <>
      <Button
        appearance={isPrimary && !isOffline ? 'primary' : 'secondary'}
        size="large"
        icon={<CalendarAddRegular />}
        className={classes.book}
        disabledFocusable={isOffline}
        aria-describedby={isOffline ? why : undefined}
        onClick={onBook}
      >
        {words.actions.book}
      </Button>
      {isOffline && (
        <span id={why} className={classes.why}>
          {words.needsNetwork}
        </span>
      )}
    </>
  );
}

function readingText(picture: HomePicture | undefined, context: HomeContext): string {
  const { words } = context;
  if (picture === undefined) return words.loading;
  return seenText(picture, words.stillReading, words.stillReadingOn, context);
}

/** Scrolls to the card that a link asked for, once it is there. */
function useBroughtIntoView(openedId: string | undefined, isThere: boolean): void {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (openedId === undefined || !isThere || shown.current === openedId) return;
    const cards = document.querySelectorAll<HTMLElement>('[data-mentorship]');
    const asked = [...cards].find((each) => each.dataset.mentorship === openedId);
    asked?.scrollIntoView({ block: 'start' });
    shown.current = openedId;
  }, [openedId, isThere]);
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
    maxWidth: '980px',
    marginInline: 'auto',
    paddingBlockStart: '28px',
    paddingBlockEnd: '40px',
    paddingInline: '40px',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    [narrowContainer]: { paddingInline: '16px', paddingBlockStart: '20px' },
  },
  contentWithSide: { maxWidth: '1260px' },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '16px',
    marginBlockEnd: '8px',
  },
  columns: { display: 'grid', gap: '20px', alignItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  withSide: { [wideContainer]: { gridTemplateColumns: 'minmax(0, 1fr) 312px' } },
  main: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  side: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  heading: { flexGrow: 1, flexBasis: '280px' },
  actions: { display: 'flex', gap: '8px', [narrowContainer]: { width: '100%' } },
  why: { alignSelf: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  book: { [narrowContainer]: { flexGrow: 1 } },
});
