import { pushgateway as english } from '../en/pages/pushgateway.ts';
import type { ByLanguage } from '../messages.ts';
import { pushgateway as portuguese } from '../pt-BR/pages/pushgateway.ts';

/** Loaded with the page of the Pushgateways. */
export const pushgatewayTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
