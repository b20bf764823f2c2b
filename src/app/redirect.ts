import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// Somebody who opens this page by hand has nothing to hand on: then it stays as it is.
broadcastResponseToMainFrame().catch(() => {});
