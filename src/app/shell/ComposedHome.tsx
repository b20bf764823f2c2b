import { Suspense, useCallback } from 'react';
import { HomeScreen } from '#features/home/HomeScreen.tsx';
import type { HomeDate, HomeMendDate, HomeScreenProps, HomeSide } from '#features/home/homeProps.ts';
import { DateActionsOnDemand, QuickMendOnDemand } from './DateActionsOnDemand.tsx';
import { lazyScreen } from './lazyScreen.tsx';
import { loadCoffee, loadNotes } from './loadScreens.ts';

const CoffeeAside = lazyScreen(loadCoffee, (code) => code.CoffeeAside);
const ForNextTime = lazyScreen(loadNotes, (code) => code.ForNextTime);

/** Home with the parts that other features give to it. */
export function ComposedHome(props: Omit<HomeScreenProps, 'dateActions' | 'quickMend' | 'side'>) {
  const { services, me, onCoffee } = props;
  const dateActions = useCallback(
    ({ opened, ...date }: HomeDate) => (
      <DateActionsOnDemand
        // What is open from the beginning is another beginning.
        key={`${date.occurrence.seriesId} ${date.occurrence.originalDay} ${opened}`}
        services={services}
        me={me}
        opened={opened}
        isQuiet
        {...date}
      />
    ),
    [services, me],
  );
  const quickMend = useCallback(
    (mend: HomeMendDate) => (
      <QuickMendOnDemand
        key={`${mend.occurrence.seriesId} ${mend.day}`}
        services={services}
        me={me}
        {...mend}
      />
    ),
    [services, me],
  );
  const side = useCallback(
    ({ picture, meetings, schedules, now }: HomeSide) => (
      <Suspense fallback={null}>
        <CoffeeAside
          services={services}
          me={me}
          mentorshipIds={picture.mentorships.map((each) => each.id)}
          meetings={meetings}
          schedules={schedules}
          now={now}
          onOpen={(mentorshipId) => {
            if (meetings !== undefined) onCoffee?.(mentorshipId, meetings);
          }}
        />
        <ForNextTime services={services} me={me} mentorships={picture.mentorships} meetings={meetings} />
      </Suspense>
    ),
    [services, me, onCoffee],
  );
  return <HomeScreen {...props} dateActions={dateActions} quickMend={quickMend} side={side} />;
}
