import { installMicrosoftAjax } from './office/microsoftAjax.ts';
import { installNestedAppAuth } from './office/nestedAppAuthShim.ts';

installMicrosoftAjax();
installNestedAppAuth();
