import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { PersonPicture } from '#components/PersonPicture.tsx';
import { Emblem } from '#components/Emblem.tsx';
import { PersonClock } from '#components/PersonClock.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import type { ZoneRules } from '#domain/availability/types.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import type { EpochMilli } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { CardActions, type MentorshipActions } from './CardActions.tsx';
import { card, quiet } from './homeStyles.ts';
import { isGoingOn, partnerName, partnerTime, rhythmText, wallOf, type HomeContext } from './homeText.ts';
import { SeasonPart } from './SeasonPart.tsx';
import { useOpenedDate } from './useOpenedDate.ts';

export interface MentorshipCardProps {
  readonly mentorship: Mentorship;
  readonly clock: ZoneRules | undefined;
  readonly context: HomeContext;
  readonly readNow: () => EpochMilli;
  readonly actions: MentorshipActions;
  /** The card that a link asked for. */
  readonly isAskedFor: boolean;
}

/** One mentorship: who, what is next on both clocks, the season, and what asks for something. */
export function MentorshipCard({
  mentorship,
  clock,
  context,
  readNow,
  actions,
  isAskedFor,
}: MentorshipCardProps) {
  const classes = useStyles();
  const id = useId();
  const opened = useOpenedDate(actions.dates);
  const { words } = context;
  const { season, partner } = mentorship;
  const name = partner?.name ?? words.card.nobody;
  return (
    <article
      aria-labelledby={`${id}-name`}
      className={mergeClasses(classes.card, isAskedFor && classes.askedFor)}
    >
      <header className={classes.head}>
        <PersonPicture
          name={partner?.name ?? ''}

          idForColor={mentorship.id}
          size={40}
        />
        <div className={classes.who}>
          <h2 id={`${id}-name`} className={classes.name}>
            <bdi>{name}</bdi>
          </h2>
          <p className={classes.role}>
            <bdi>
              {mentorship.role === undefined ? words.card.roleUnknown : words.card.roles[mentorship.role]}
            </bdi>
            {clock !== undefined && (
              <>
                <span aria-hidden="true"> · </span>
                <PersonClock zone={clock} ownZone={context.zone} readNow={readNow} />
              </>
            )}
          </p>
        </div>
        <div className={classes.season}>
          <span className={classes.seasonName}>
            <bdi>
              {season.number === undefined
                ? words.card.seasonUnknown
                : words.card.season({ number: season.number })}
            </bdi>
          </span>
          <span className={classes.rhythm}>
            <bdi>{rhythmText(season, context)}</bdi>
          </span>
        </div>
        <Emblem seasons={mentorship.seasons} />
      </header>
      <div className={classes.next}>
        <NextDate mentorship={mentorship} clock={clock} context={context} />
        <CardActions
          mentorship={mentorship}
          context={context}
          actions={actions}
          onMove={() => {
            if (season.next !== undefined) opened.open(season.next.originalDay, 'move');
          }}
        />
      </div>
      <SeasonPart
        mentorship={mentorship}
        clock={clock}
        context={context}
        onOpenCalendar={actions.openCalendar}
        onAccept={actions.accept}
        actions={actions}
        opened={opened}
      />
    </article>
  );
}

interface PartProps {
  readonly mentorship: Mentorship;
  readonly context: HomeContext;
}

/** The next date on both clocks, or when the last one was. */
export function NextDate({
  mentorship,
  clock,
  context,
}: PartProps & { readonly clock: ZoneRules | undefined }) {
  const classes = useStyles();
  const { words, format, now, zone } = context;
  const { next, dates } = mentorship.season;
  if (next === undefined) {
    const last = dates.findLast((date) => date.standing.kind === 'past');
    return (
      <div className={classes.key}>
        <p className={classes.eyebrow}>
          <bdi>{words.card.noNext}</bdi>
        </p>
        {last !== undefined && (
          <p className={classes.times}>
            <bdi>{words.card.lastWas({ day: format.day(wallOf(last, context).day, 'long') })}</bdi>
          </p>
        )}
      </div>
    );
  }
  const { day, from, to } = wallOf(next, context);
  const theirs = partnerTime(next, partnerName(mentorship, context), clock, false, context);
  const eyebrow = isGoingOn(next, now)
    ? words.card.nextNow
    : words.card.next({ when: format.relativeDay(day, toWall(now, zone).day) });
  return (
    <div className={classes.key}>
      <p className={classes.eyebrow}>
        <bdi>{eyebrow}</bdi>
      </p>
      <p className={classes.day}>
        <bdi>{format.day(day, 'long')}</bdi>
      </p>
      <p className={classes.times}>
        <bdi>{format.timeRange(from, to)}</bdi>
        {theirs !== undefined && (
          <span className={classes.theirs}>
            <bdi>{theirs}</bdi>
          </span>
        )}
      </p>
    </div>
  );
}

const useStyles = makeStyles({
  card: { ...card, display: 'flex', flexDirection: 'column', gap: '16px', scrollMarginBlock: '24px' },
  askedFor: {
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineColor: tokens.colorCompoundBrandStroke,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto auto',
    alignItems: 'center',
    columnGap: '14px',
    [narrowContainer]: { gridTemplateColumns: 'auto minmax(0, 1fr) auto', columnGap: '12px', rowGap: '8px' },
  },
  who: { minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  role: { ...quiet, margin: 0 },
  season: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    // Beside the emblem when there is room, in a row of its own when there is not.
    [narrowContainer]: {
      gridRowStart: 2,
      gridColumnStart: 1,
      gridColumnEnd: 4,
      flexDirection: 'row',
      alignItems: 'baseline',
      flexWrap: 'wrap',
      columnGap: '8px',
    },
  },
  seasonName: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorPaletteForestForeground2,
  },
  rhythm: quiet,
  next: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: '12px',
  },
  key: { minWidth: 0, flexGrow: 1 },
  eyebrow: { ...quiet, margin: 0 },
  day: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  times: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    fontVariantNumeric: 'tabular-nums',
  },
  theirs: { color: tokens.colorNeutralForeground3 },
});
