/** A part of a path as it was before it was written there; as it stands where it was typed and is no such thing. */
export function readPart(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
