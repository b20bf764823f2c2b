// What stands beside home and few people see often: one local module, so that the bundler leaves out what is not used of it.
import { admin } from '#words/en/admin.ts';

export { AdminConsentScreen } from '#features/home/AdminConsentScreen.tsx';
export { SettingsScreen } from '#features/home/SettingsScreen.tsx';
export { SignInScreen } from '#features/home/SignInScreen.tsx';

export const words = { admin };
