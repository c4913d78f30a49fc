import * as v from 'valibot';
import { isMap, isPair, isScalar, type Node, type Pair, parseDocument, visit } from 'yaml';

/** What stands where something is left out, as Prometheus's servers write it themselves. */
const SECRET = '<secret>';

const addressParts = /^([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#]*@)?([^\s/?#]*)(.*)$/is;
const credentials = /([a-z][a-z0-9+.-]*:\/\/)[^\s/?#]*@/gi;

/** An address with nothing but where it leads: whoever knows the path of a webhook can post to it. */
function onlyHost(text: string): string {
  const [, scheme, host, rest = ''] = addressParts.exec(text) ?? [];
  if (scheme === undefined || host === undefined) return text;
  return `${scheme}${host}${rest === '' || rest === '/' ? rest : `/${SECRET}`}`;
}

/** Whether a value is the address of a receiver: under `receivers`, by a key such as `url` or `webhook_url`. */
function isReceiverAddress(path: readonly (Node | Pair | { readonly contents: unknown })[]): boolean {
  const keys = path.filter(isPair).map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return keys[0] === 'receivers' && /url$/.test(keys.at(-1) ?? '');
}

/**
 * An Alertmanager's configuration without what it does not hide itself: it writes `<secret>` for passwords and tokens, but
 * until 0.26 webhooks stand there in full, and addresses with their credentials. A text that is no YAML is left out whole.
 */
export function maskedConfig(text: string): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return SECRET;
  visit(document, {
    Scalar(_, node, path) {
      if (typeof node.value !== 'string') return;
      const shown = isReceiverAddress(path) ? onlyHost(node.value) : node.value;
      node.value = shown.replace(credentials, `$1${SECRET}@`);
    },
  });
  return document.toString({ lineWidth: 0 });
}

const statusSchema = v.looseObject({ config: v.looseObject({ original: v.string() }) });

/** `/api/v2/status` with its configuration masked. Throws where it is another JSON. */
export function maskedStatus(text: string): string {
  const { config, ...rest } = v.parse(statusSchema, JSON.parse(text));
  return JSON.stringify({ ...rest, config: { ...config, original: maskedConfig(config.original) } });
}
