/** Values by key, of which those not asked for longest are dropped when their weights add up to more than `limit`. */
export class LeastRecentCache<Value> {
  private readonly held = new Map<string, { readonly value: Value; readonly weight: number }>();
  private readonly limit: number;
  private total = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The value of a key, made where it is not held. The newest is held even where it alone is heavier than the limit. */
  get(key: string, make: () => Value, weigh: (value: Value) => number): Value {
    const found = this.held.get(key);
    if (found) {
      this.held.delete(key);
      this.held.set(key, found);
      return found.value;
    }
    const value = make();
    const weight = weigh(value);
    for (const [oldest, { weight: freed }] of this.held) {
      if (this.total + weight <= this.limit) break;
      this.held.delete(oldest);
      this.total -= freed;
    }
    this.held.set(key, { value, weight });
    this.total += weight;
    return value;
  }
}
