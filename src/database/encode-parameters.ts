import neo4j from 'neo4j-driver';

/** Sends whole numbers as Neo4j integers: the driver alone would send floats, which LIMIT refuses and which print as `2019.0`. */
export function encodeParameters(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, encode(value)]));
}

function encode(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(encode);
  // Only plain objects are maps; the driver's own dates, points and integers pass as they are.
  if (value !== null && typeof value === 'object' && isPlain(value)) return encodeParameters({ ...value });
  return value;
}

/** Tells a map from an object of some class. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
