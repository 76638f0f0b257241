import type { Driver } from 'neo4j-driver';

/** How many connections are at work, and how many wait in the pool. */
export interface PoolSize {
  readonly busy: number;
  readonly idle: number;
}

interface PoolInside {
  _connectionProvider?: {
    _connectionPool?: {
      _activeResourceCounts?: Record<string, number>;
      _pools?: Record<string, { _elements?: unknown[] }>;
    };
  } | null;
}

const besides = new WeakMap<Driver, () => PoolSize>();

/** Has connections counted that are open beside the driver's own. */
export const countBeside = (driver: Driver, size: () => PoolSize): void => void besides.set(driver, size);

/** All connections: those of the driver, and those beside it. Shape: undefined where the driver's are not found. */
export function readPool(driver: Driver): PoolSize | undefined {
  const [own, beside] = [readInside(driver), besides.get(driver)?.()];
  return own && beside ? { busy: own.busy + beside.busy, idle: own.idle + beside.idle } : own;
}

/** The driver shows its pool to nobody, so this reads its inside. */
function readInside(driver: Driver): PoolSize | undefined {
  const provider = (driver as unknown as PoolInside)._connectionProvider;
  if (provider === null) return { busy: 0, idle: 0 };
  const pool = provider?._connectionPool;
  if (!pool?._activeResourceCounts || !pool._pools) return undefined;
  return {
    busy: sum(Object.values(pool._activeResourceCounts)),
    idle: sum(Object.values(pool._pools).map((one) => one._elements?.length ?? 0)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
