import type { Labels } from '../../src/model/labels.ts';

const encoder = new TextEncoder();
const separator = 255;

/** FNV-1a of 64 bits over the labels by name, as Prometheus's `LabelSet.Fingerprint` has it: 16 hexadecimal digits. */
export function fingerprintOf(labels: Labels): string {
  let sum = 0xcbf29ce484222325n;
  const add = (byte: number) => {
    sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  };
  for (const name of Object.keys(labels).sort()) {
    for (const text of [name, labels[name] ?? '']) {
      for (const byte of encoder.encode(text)) add(byte);
      add(separator);
    }
  }
  return sum.toString(16).padStart(16, '0');
}
