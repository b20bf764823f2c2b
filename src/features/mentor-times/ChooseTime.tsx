import { Button, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { PaneFrame } from '#components/PaneFrame.tsx';
import { cadenceText, hoursText } from '#components/season/seasonText.ts';
import { SeasonStep } from '#components/season/SeasonStep.tsx';
import type { SeasonChoice } from '#domain/season/seasonChoice.ts';
import type { SeasonSlot } from '#domain/season/types.ts';
import { callName } from '#domain/text/callName.ts';
import { toWall } from '#domain/time/wallClock.ts';
import {
  HostFailure,
  type FilledForm,
  type FormField,
  type MailEvent,
  type MailPerson,
} from '#ports/outlook.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { FilledView, type Filling } from './FilledView.tsx';
import { formFields, linkOf } from './formFields.ts';
import { choiceToBeginWith, keepChoice } from './keptChoice.ts';
import type { MentorTimesPaneProps } from './MentorTimesPane.tsx';
import { Times } from './Times.tsx';
import { asHostFailure } from './useForm.ts';
import { useFormTimes } from './useFormTimes.ts';

export interface ChooseTimeProps extends MentorTimesPaneProps {
  readonly event: MailEvent;
  /** Everybody in the form but oneself; at least one. */
  readonly others: readonly MailPerson[];
}

type Stage =
  | { readonly kind: 'choosing'; readonly said: string | undefined }
  | { readonly kind: 'season' }
  | { readonly kind: 'filling' }
  | { readonly kind: 'filled'; readonly filling: Filling; readonly form: FilledForm };

/** The season in one sentence, its times, and what becomes of the form. */
export function ChooseTime(props: ChooseTimeProps) {
  const { services, me, outlook, event, others, onNeedsAdmin } = props;
  const { clock, memory } = services;
  const words = useWords();
  const own = words.mentorTimes;
  const format = useFormat();
  const classes = useStyles();
  const [zone] = useState(() => clock.zone());
  const [openedAt] = useState(() => clock.now());
  const today = toWall(openedAt, zone).day;
  const [choice, setChoice] = useState(() =>
    choiceToBeginWith(memory, event.start === undefined ? undefined : toWall(event.start, zone).day, today),
  );
  const [chosen, setChosen] = useState<SeasonSlot>();
  const [stage, setStage] = useState<Stage>({ kind: 'choosing', said: undefined });
  const addresses = useMemo(() => [me.address, ...others.map(({ address }) => address)], [me, others]);
  const times = useFormTimes(services, { addresses, choice, today, openedAt, zone });
  const { ranking, query, outline } = times;
  const slot = chosen ?? (ranking?.kind === 'ranked' ? ranking.ranked[0]?.slot : undefined);
  const people = format.list(others.map(callName));
  const season = own.season({
    meetings: words.booking.season.countSoFar({ count: outline.meetings, isExact: outline.isExact }),
    cadence: cadenceText(choice.cadence, words.booking),
    minutes: choice.lengthMinutes,
    months: format.monthRange(outline.firstDay, outline.lastDay),
  });
  const change = (next: SeasonChoice): void => {
    setChoice(next);
    setChosen(undefined);
  };

  const put = async (): Promise<void> => {
    if (slot === undefined || query === undefined) return;
    const link = linkOf(event.link, times.meetings, others, () => clock.newId());
    const fields = formFields({ me, others, choice, slot, query, link }, { words: own, format });
    if (fields === undefined) return;
    setStage({ kind: 'filling' });
    try {
      const form = await outlook.fillForm(fields, new AbortController().signal);
      keepChoice(memory, choice);
      setStage({ kind: 'filled', form, filling: { fields, slot, query, choice, typed: event.subject } });
    } catch (error) {
      setStage({ kind: 'choosing', said: notFilled(asHostFailure(error), own) });
    }
  };
  const isBack = (left: readonly FormField[]): void =>
    setStage({
      kind: 'choosing',
      said:
        left.length === 0
          ? own.filled.isBack
          : own.filled.left({ fields: format.list(left.map((field) => own.filled.fields[field])) }),
    });

  if (stage.kind === 'filled')
    return <FilledView me={me} others={others} filling={stage.filling} form={stage.form} onBack={isBack} />;
  const ready = query !== undefined && slot !== undefined;
  return (
    <PaneFrame
      head={
        <>
          <PageHeading eyebrow={own.eyebrow} focusKey="choose" takesFocus="ifLost">
            {others.length === 1 ? own.heading({ people }) : own.headingMany({ people })}
          </PageHeading>
          <p className={classes.season}>
            <bdi>{season}</bdi>{' '}
            {stage.kind !== 'season' && (
              <Link
                as="button"
                className={classes.change}
                aria-label={own.changeSpoken({ season })}
                onClick={() => setStage({ kind: 'season' })}
              >
                {own.change}
              </Link>
            )}
          </p>
        </>
      }
      foot={
        stage.kind === 'season' ? (
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={outline.problems.length > 0}
            onClick={() => setStage({ kind: 'choosing', said: undefined })}
          >
            {outline.problems.length > 0 ? words.booking.season.fixFirst : own.done}
          </Button>
        ) : (
          <>
            <Button
              appearance="primary"
              size="large"
              disabledFocusable={!ready || stage.kind === 'filling'}
              icon={stage.kind === 'filling' ? <Spinner size="tiny" /> : null}
              onClick={() => void put()}
            >
              {stage.kind === 'filling' ? own.putting : own.put}
            </Button>
            <output className={classes.said}>
              <bdi>{(stage.kind === 'choosing' ? stage.said : undefined) ?? own.nothingSent}</bdi>
            </output>
          </>
        )
      }
    >
      {stage.kind === 'season' ? (
        <div className={classes.editor}>
          <SeasonStep
            choice={choice}
            outline={outline}
            today={today}
            seasonNumber={1}
            hours={times.hours}
            hoursSummary={
              <bdi>
                {hoursText(
                  {
                    chosen: choice.hours,
                    inForce: times.hours,
                    mine: query?.schedules[0]?.workingHours,
                    theirs: others.length === 1 ? query?.schedules[1]?.workingHours : undefined,
                    partner: people,
                  },
                  words.booking,
                  format,
                )}
              </bdi>
            }
            onChange={change}
          />
        </div>
      ) : (
        <Times
          services={services}
          me={me}
          others={others}
          times={times}
          chosen={slot}
          onChoose={setChosen}
          onChange={(part) => change({ ...choice, ...part })}
          onNeedsAdmin={onNeedsAdmin}
        />
      )}
    </PaneFrame>
  );
}

function notFilled(
  { code, detail }: HostFailure,
  { notFilled: words }: ReturnType<typeof useWords>['mentorTimes'],
): string {
  return code === 'refused' ? words.refused({ detail }) : words[code];
}

const useStyles = makeStyles({
  season: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  // On the tinted ground the usual colour of links is too weak in dark themes.
  change: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground2 },
  said: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
  },
  editor: { containerType: 'inline-size' },
});
