import { useCallback } from 'react';
import { HomeScreen } from '#features/home/HomeScreen.tsx';
import type { HomeDate, HomeScreenProps } from '#features/home/homeProps.ts';
import { DateActions } from '#features/mentorship/DateActions.tsx';

/** Home with the parts that other features give to it. */
export function ComposedHome(props: Omit<HomeScreenProps, 'dateActions'>) {
  const { services, me } = props;
  const dateActions = useCallback(
    ({ opened, ...date }: HomeDate) => (
      <DateActions
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
  return <HomeScreen {...props} dateActions={dateActions} />;
}
