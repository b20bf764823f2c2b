import { makeStyles } from '@fluentui/react-components';
import { PageHeading } from '#components/PageHeading.tsx';
import { callName } from '#domain/text/callName.ts';
import { useWords } from '#words/Words.ts';
import type { BookingStepsProps } from './BookingSteps.tsx';
import { BookingFailure } from './frame/BookingFailure.tsx';

/** The two calendars could not be read: what it was, and what helps. Everything chosen stays. */
export function NotRead({ booking, services, me, onNeedsAdmin }: BookingStepsProps) {
  const words = useWords().booking;
  const classes = useStyles();
  const { reading, choices } = booking.state;
  if (reading.kind !== 'failed') return null;
  const partner = choices.partner === undefined ? '' : callName(choices.partner);
  return (
    <>
      <PageHeading focusKey="not-read">{words.failures.schedules}</PageHeading>
      <div className={classes.failure}>
        <BookingFailure
          failure={reading.failure}
          identity={services.identity}
          me={me}
          scopes={['Calendars.ReadWrite']}
          bodies={{
            'needs-consent': words.failures.needsConsent({ partner }),
            'wrong-account': words.failures.wrongAccount({ name: me.name }),
            offline: words.failures.offline,
            throttled: words.failures.throttled,
            unavailable: words.failures.unavailable,
          }}
          onAgain={booking.readAgain}
          onNeedsAdmin={onNeedsAdmin}
        />
      </div>
    </>
  );
}

const useStyles = makeStyles({ failure: { marginBlockStart: '16px', maxWidth: '720px' } });
