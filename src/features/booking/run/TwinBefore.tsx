import { Button } from '@fluentui/react-components';
import type { ZoneName } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { Person } from '#ports/people.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { callName } from '#domain/text/callName.ts';
import { RunCard } from './RunCard.tsx';
import type { Twin } from './seasonTask.ts';

export interface TwinBeforeProps {
  readonly twin: Twin;
  readonly zone: ZoneName;
  readonly partner: Person;
  readonly seasonNumber: number;
  readonly onKeep: () => void;
  readonly onBook: () => void;
  readonly onBack: () => void;
}

/** Found just before sending: the two have a season over the same stretch that nobody knew of when the booking began. */
export function TwinBefore({ twin, zone, partner, seasonNumber, onKeep, onBook, onBack }: TwinBeforeProps) {
  const format = useFormat();
  const words = useWords().booking;
  const texts = words.run.twin;
  const { series } = twin;
  const name = callName(partner);
  const days = {
    from: format.day(toWall(twin.firstDate, zone).day, 'date'),
    to: format.day(toWall(twin.lastDate, zone).day, 'date'),
  };
  return (
    <RunCard
      seasonNumber={seasonNumber}
      focusKey="twin"
      heading={texts.headingBefore({ partner: name })}
      sentence={
        <bdi>
          {series.isOrganizer
            ? texts.mine({ subject: series.subject, ...days })
            : texts.theirs({ partner: name, subject: series.subject, ...days })}{' '}
          {texts.nothingSent}
        </bdi>
      }
      actions={
        <>
          <Button size="large" appearance="primary" onClick={onKeep}>
            {texts.keepThat}
          </Button>
          <Button size="large" onClick={onBook}>
            {texts.bookToo}
          </Button>
          <Button size="large" appearance="subtle" onClick={onBack}>
            {words.run.stopped.backToDates}
          </Button>
        </>
      }
    />
  );
}
