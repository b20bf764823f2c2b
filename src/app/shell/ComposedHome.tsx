import { lazy, Suspense, useCallback } from 'react';
import { HomeScreen } from '#features/home/HomeScreen.tsx';
import type { HomeDate, HomeMendDate, HomeScreenProps, HomeSide } from '#features/home/homeProps.ts';
import { DateActionsOnDemand, QuickMendOnDemand } from './DateActionsOnDemand.tsx';
import { loadNotes } from './loadScreens.ts';

const ForNextTime = lazy(async () => ({ default: (await loadNotes()).ForNextTime }));

/** Home with the parts that other features give to it. */
export function ComposedHome(props: Omit<HomeScreenProps, 'dateActions' | 'quickMend' | 'side'>) {
  const { services, me } = props;
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
    ({ picture, meetings }: HomeSide) => (
      <Suspense fallback={null}>
        <ForNextTime services={services} me={me} mentorships={picture.mentorships} meetings={meetings} />
      </Suspense>
    ),
    [services, me],
  );
  return <HomeScreen {...props} dateActions={dateActions} quickMend={quickMend} side={side} />;
}
