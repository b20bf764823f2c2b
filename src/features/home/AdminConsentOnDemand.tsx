import { lazy, Suspense, type ComponentProps } from 'react';
import type { AdminConsentScreen } from './AdminConsentScreen.tsx';

const Screen = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'admin-consent' */ './AdminConsentScreen.tsx'))
    .AdminConsentScreen,
}));

/** What an administrator has to allow, fetched by those who meet it. */
export function AdminConsentOnDemand(props: ComponentProps<typeof AdminConsentScreen>) {
  return (
    <Suspense fallback={null}>
      <Screen {...props} />
    </Suspense>
  );
}
