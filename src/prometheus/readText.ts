/** A body as text, and whether it was cut. */
export interface BodyText {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * Reads a body, but not beyond `maxBytes`: then the rest is not even downloaded, and of the JSON of a query's answer the
 * series that came whole are kept. A tab stays alive whatever a query returns.
 */
export async function readText(response: Response, maxBytes: number | undefined): Promise<BodyText> {
  if (maxBytes === undefined || response.body === null) return { text: await response.text(), cut: false };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      // Not awaited: a stream that has been cloned is done only when its twin is. What it fails with concerns nobody.
      reader.cancel().catch(() => {});
      return { text: closeAfterLastSeries(parts.join('')), cut: true };
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  parts.push(decoder.decode());
  return { text: parts.join(''), cut: false };
}

/**
 * Cuts `{"status":..,"data":{..,"result":[{"metric":..},{"metric":..},{"met` before the last series begun and closes what
 * is open. Inside a string the quotes of the mark would be escaped, so it marks the start of a series and nothing else.
 */
function closeAfterLastSeries(text: string): string {
  const at = text.lastIndexOf(',{"metric":');
  return at === -1 ? text : `${text.slice(0, at)}]}}`;
}
