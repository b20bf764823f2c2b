import { lazy, Suspense, type ComponentProps } from 'react';
import { MoreWords } from '#words/MoreWords.tsx';
import type { AdminConsentScreen } from './AdminConsentScreen.tsx';

const Screen = lazy(async () => {
  const code = await import(/* webpackChunkName: 'admin-consent' */ './AdminConsentScreen.tsx');
  const { admin } = await import(/* webpackChunkName: 'admin-consent' */ '#words/en/admin.ts');
  return {
    default: (props: ComponentProps<typeof AdminConsentScreen>) => (
      <MoreWords sections={{ admin }}>
        <code.AdminConsentScreen {...props} />
      </MoreWords>
    ),
  };
});

/** What an administrator has to allow, fetched by those who meet it. */
export function AdminConsentOnDemand(props: ComponentProps<typeof AdminConsentScreen>) {
  return (
    <Suspense fallback={null}>
      <Screen {...props} />
    </Suspense>
  );
}
