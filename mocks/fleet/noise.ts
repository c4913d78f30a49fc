/** A 32-bit number from a text (FNV-1a), the seed of everything that must look random and stay the same. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A number in [0, 1) for each pair of seed and index (the finaliser of MurmurHash3). */
export function hash01(seed: number, index: number): number {
  let h = (seed ^ Math.imul(index, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** Value noise in [0, 1): a random number every `knot` ms, straight lines between. Its slope stays below 1 / knot. */
export function valueNoise(seed: number, time: number, knot: number): number {
  const index = Math.floor(time / knot);
  const part = time / knot - index;
  return hash01(seed, index) * (1 - part) + hash01(seed, index + 1) * part;
}
