import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { PersonPicture } from '#components/PersonPicture.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { TinyStem } from '#components/TinyStem.tsx';
import { CardActions } from './CardActions.tsx';
import { ClosedHint } from './ClosedHint.tsx';
import { card, quiet } from './homeStyles.ts';
import { markOf, partnerName, partnerTime, wallOf } from './homeText.ts';
import type { MentorshipCardProps } from './MentorshipCard.tsx';
import { SeasonPart } from './SeasonPart.tsx';
import { useOpenedDate } from './useOpenedDate.ts';

/** One of many mentorships: a line with who and when, the season on demand. What asks for something opens it at once. */
export function MentorshipRow({
  mentorship,
  clock,
  context,
  actions,
  isAskedFor,
}: Omit<MentorshipCardProps, 'readNow'>) {
  const classes = useStyles();
  const id = useId();
  const opened = useOpenedDate(actions.dates);
  const { words, format } = context;
  const { season, partner } = mentorship;
  const [isOpen, setOpen] = useState(isAskedFor);
  const { next } = season;
  const called = partnerName(mentorship, context);
  const wall = next === undefined ? undefined : wallOf(next, context);
  const theirs = next === undefined ? undefined : partnerTime(next, called, clock, false, context);
  return (
    <article
      aria-labelledby={`${id}-name`}
      className={mergeClasses(classes.row, isAskedFor && classes.askedFor)}
    >
      <div className={classes.line}>
        <PersonPicture
          name={partner?.name ?? ''}

          idForColor={mentorship.id}
          size={32}
        />
        <div className={classes.who}>
          <h2 id={`${id}-name`} className={classes.name}>
            <bdi>{partner?.name ?? words.card.nobody}</bdi>
          </h2>
          <p className={classes.quiet}>
            <bdi>
              {mentorship.role === undefined ? words.card.roleUnknown : words.card.roles[mentorship.role]}
            </bdi>
          </p>
        </div>
        <div className={classes.when}>
          <span className={classes.day}>
            <bdi>{wall === undefined ? words.card.noNext : format.day(wall.day, 'medium')}</bdi>
          </span>
          {wall !== undefined && (
            <span className={classes.quiet}>
              <bdi>{format.timeRange(wall.from, wall.to)}</bdi>
              {theirs !== undefined && (
                <>
                  {' '}
                  <bdi>{theirs}</bdi>
                </>
              )}
            </span>
          )}
        </div>
        <TinyStem states={season.dates.map(markOf)} className={classes.stem} />
        <Button
          appearance="subtle"
          aria-expanded={isOpen}
          aria-controls={`${id}-season`}
          aria-label={words.actions.showDates({ partner: called })}
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      <div id={`${id}-season`}>
        {isOpen ? (
          <div className={classes.season}>
            <CardActions
              mentorship={mentorship}
              context={context}
              actions={actions}
              onMove={() => {
                if (season.next !== undefined) opened.open(season.next.originalDay, 'move');
              }}
            />
            <SeasonPart
              mentorship={mentorship}
              clock={clock}
              context={context}
              onOpenCalendar={actions.openCalendar}
              onAccept={actions.accept}
              actions={actions}
              opened={opened}
            />
          </div>
        ) : (
          <ClosedHint
            mentorship={mentorship}
            context={context}
            onOpenCalendar={actions.openCalendar}
            onAccept={actions.accept}
            onOtherTimes={
              actions.dates &&
              ((day) => {
                setOpen(true);
                opened.open(day, 'move');
              })
            }
          />
        )}
      </div>
    </article>
  );
}

const useStyles = makeStyles({
  row: {
    ...card,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '12px',
    paddingInline: '20px',
    [narrowContainer]: { paddingBlock: '12px', paddingInline: '14px' },
  },
  askedFor: {
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineColor: tokens.colorCompoundBrandStroke,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 4fr) minmax(0, 4fr) minmax(0, 6fr) auto',
    alignItems: 'center',
    columnGap: '14px',
    rowGap: '2px',
    minHeight: '44px',
    [narrowContainer]: { gridTemplateColumns: '32px minmax(0, 1fr) auto', columnGap: '12px' },
  },
  who: { minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { ...quiet, margin: 0 },
  when: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    [narrowContainer]: { gridRowStart: 2, gridColumnStart: 2 },
  },
  day: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  // The open row has the whole stem; a phone has no room for the small one.
  stem: { [narrowContainer]: { display: 'none' } },
  season: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    paddingBlockStart: '12px',
    paddingBlockEnd: '8px',
  },
});
